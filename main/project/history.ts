import { apply } from '../../app/apply.ts';
import type { Command } from '../../app/commands.ts';
import { UratoriError } from '../../app/problem.ts';
import type { Project } from '../../app/project.ts';
import type { Cause } from './journal.ts';

/** Commands to carry out one after another, as a list that shares its tail: going back to an old state is free. */
export type Stack = { readonly top: Command; readonly below: Stack } | null;

/** A project with its past and future. A value, as the project is: what did not become durable is simply not kept. */
export interface State {
  readonly project: Project;
  /** Of the last command. */
  readonly sequence: number;
  readonly undo: Stack;
  readonly redo: Stack;
}

/** What is asked of a project. */
export type Request =
  | { kind: 'do'; command: Command; undoable: boolean }
  | { kind: 'undo' }
  | { kind: 'redo' };

export interface Step {
  state: State;
  command: Command;
  cause: Cause;
}

export function begin(project: Project, sequence: number): State {
  return { project, sequence, undo: null, redo: null };
}

/**
 * @throws UratoriError `nothing-to-undo`, `nothing-to-redo`, or what `apply` refuses
 */
export function step(state: State, request: Request): Step {
  const [command, cause] = commandOf(state, request);
  return { state: advance(state, command, cause), command, cause };
}

/** The state after one more command; also how a journal is replayed. */
export function advance(state: State, command: Command, cause: Cause): State {
  const { project, inverse } = apply(state.project, command);
  const sequence = state.sequence + 1;
  switch (cause) {
    case 'do':
      return { project, sequence, undo: { top: inverse, below: state.undo }, redo: null };
    case 'undo':
      return { project, sequence, undo: below(state.undo), redo: { top: inverse, below: state.redo } };
    case 'redo':
      return { project, sequence, undo: { top: inverse, below: state.undo }, redo: below(state.redo) };
    case 'upkeep':
      return { ...state, project, sequence };
    default:
      return assertNever(cause);
  }
}

/**
 * The state after a refused request: an undo (or redo) that the project cannot take any more, since upkeep went on
 * under it, is let go, or it would block all that came before it.
 */
export function afterRefusal(state: State, request: Request): State {
  switch (request.kind) {
    case 'do':
      return state;
    case 'undo':
      return { ...state, undo: below(state.undo) };
    case 'redo':
      return { ...state, redo: below(state.redo) };
    default:
      return assertNever(request);
  }
}

function commandOf(state: State, request: Request): [Command, Cause] {
  switch (request.kind) {
    case 'do':
      return [request.command, request.undoable ? 'do' : 'upkeep'];
    case 'undo':
      if (!state.undo) throw new UratoriError('nothing-to-undo');
      return [state.undo.top, 'undo'];
    case 'redo':
      if (!state.redo) throw new UratoriError('nothing-to-redo');
      return [state.redo.top, 'redo'];
    default:
      return assertNever(request);
  }
}

/** Empty below an empty one: a journal may begin after what it undoes. */
function below(stack: Stack): Stack {
  return stack ? stack.below : null;
}

function assertNever(value: never): never {
  throw new Error(`not a request: ${JSON.stringify(value)}`);
}
