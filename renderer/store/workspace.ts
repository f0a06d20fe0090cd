import { apply } from '../../app/apply.ts';
import type { Command } from '../../app/commands.ts';
import {
  type Connection,
  type DumpState,
  EVERY_STORY,
  type Session,
  type StoryFilter,
} from '../../app/contract.ts';
import { AS_GUESSED } from '../../app/dump-reading.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import { fromData } from '../../app/project.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../app/settings.ts';
import { reviewOf } from '../../app/story-annotations.ts';
import { DUMP_ORDER, type StorySort } from '../../app/story-sort.ts';
import { commitPendingEdits } from '../ui/pending-edits.ts';
import { type Desk, giveVerdict, keyOf } from './annotating.ts';
import { Observable } from './observable.ts';
import type { AnnotationRef, Dialog, InspectorTab, OpenProject, State, TextRange } from './state.ts';
import { StoryReader } from './story-reader.ts';

/**
 * What the interface knows and can do: one state, changed only here. It holds a copy of the project, applies to it
 * each command that the main process has made durable, in order, and asks for the whole anew when one is missing.
 */
export class Workspace {
  readonly connection: Connection;
  readonly state: Observable<State>;
  readonly #reader: StoryReader;
  #noticeId = 0;
  /** Changes of settings that are not answered yet. */
  #settingsChanges = 0;

  constructor(connection: Connection) {
    this.connection = connection;
    this.state = new Observable<State>({
      start: null,
      settings: DEFAULT_SETTINGS,
      open: null,
      opening: null,
      save: { kind: 'saving' },
      filter: EVERY_STORY,
      sort: DUMP_ORDER,
      filtersShown: false,
      working: null,
      chosen: null,
      view: null,
      ordinal: null,
      story: null,
      trail: [],
      likenessLooks: 0,
      selection: null,
      selected: null,
      hovered: null,
      recentClaims: [],
      tab: 'claims',
      pair: null,
      hoveredPair: null,
      cutBeside: false,
      currentHit: null,
      suggestion: null,
      suggestionsShown: false,
      finding: null,
      rates: null,
      focusField: null,
      mainView: 'reading',
      dialog: null,
      notices: [],
      connected: true,
    });
    this.#reader = new StoryReader(connection);
  }

  // ---- starting and following the main process ------------------------------------------

  /** Subscribes and loads; returns the undo. */
  connect(): () => void {
    const { connection } = this;
    const undo = [
      connection.on('project.changed', (change) => this.#follow(change)),
      connection.on('project.replaced', ({ session }) => this.#show(session)),
      connection.on('project.saved', ({ sequence, at }) => {
        const open = this.state.get().open;
        if (open && sequence >= open.sequence) this.state.update({ save: { kind: 'saved', at } });
      }),
      connection.on('project.saveFailed', ({ problem }) => {
        this.state.update({ save: { kind: 'failed', problem } });
        this.report(problem);
      }),
      connection.on('dump.progress', ({ state }) => this.#noteDump(state)),
      connection.on('view.progress', (view) => {
        if (this.state.get().view?.view === view.view) this.state.update({ view });
      }),
      connection.on('likeness.progress', ({ done }) => {
        if (done === null) this.state.update({ likenessLooks: this.state.get().likenessLooks + 1 });
      }),
      connection.on('settings.changed', ({ settings }) => {
        if (this.#settingsChanges === 0) this.state.update({ settings });
      }),
      connection.on('connection.changed', ({ connected }) => this.state.update({ connected })),
      connection.on('open.requested', ({ path }) => void this.openPath(path)),
    ];
    void this.resync();
    return () => {
      for (const stop of undo) stop();
    };
  }

  /** Takes everything anew from the main process: at the start, and after a lost connection. */
  async resync(): Promise<void> {
    await this.attempt(async () => {
      const start = await this.connection.call('workbench.start', {});
      this.state.update({ start, settings: start.settings, connected: true });
      await this.#show(start.session);
    });
  }

  #follow(change: { sequence: number; command: Command; canUndo: boolean; canRedo: boolean }): void {
    const { open } = this.state.get();
    if (!open || change.sequence <= open.sequence) return;
    if (change.sequence !== open.sequence + 1) {
      void this.resync();
      return;
    }
    const { project } = apply(open.project, change.command);
    const { sequence, canUndo, canRedo } = change;
    this.state.update({ open: { ...open, project, sequence, canUndo, canRedo }, save: { kind: 'saving' } });
    this.#dropGoneSelection();
  }

  async #show(session: Session | null): Promise<void> {
    this.#reader.clear();
    const before = this.state.get();
    if (!session) {
      this.state.update({
        open: null,
        mainView: 'reading',
        view: null,
        ordinal: null,
        story: null,
        selection: null,
        selected: null,
      });
      return;
    }
    const open: OpenProject = {
      ...session,
      project: fromData(session.project),
      dumps: Object.fromEntries(session.dumps.map((dump) => [dump.dumpId, dump])),
    };
    const same =
      before.open?.project.id === open.project.id && before.open.currentDumpId === open.currentDumpId;
    this.state.update({
      open,
      save: { kind: 'saved', at: new Date().toISOString() },
      ...(same
        ? {}
        : {
            filter: { ...EVERY_STORY, matching: before.filter.matching },
            sort: DUMP_ORDER,
            view: null,
            ordinal: null,
            story: null,
            trail: [],
            working: null,
            selection: null,
            selected: null,
          }),
    });
    for (const problem of session.notices) this.report(problem);
    await this.#showDump(same ? before.ordinal : null);
  }

  async #showDump(ordinal: number | null): Promise<void> {
    const dump = this.currentDump();
    if (dump?.status !== 'open') return;
    await this.filterStories(this.state.get().filter);
    // A story that is shown stays so while the dump is indexed anew up to it.
    const comes = ordinal !== null && ordinal >= dump.stories && !dump.complete;
    if (!comes || !this.state.get().story) await this.openStory(comes ? 0 : (ordinal ?? 0));
    if (dump.changed) this.state.update({ dialog: { kind: 'reanchor', dumpId: dump.dumpId } });
  }

  #noteDump(dump: DumpState): void {
    const { open } = this.state.get();
    if (!open) return;
    const known = open.dumps[dump.dumpId]?.changed ?? false;
    this.state.update({ open: { ...open, dumps: { ...open.dumps, [dump.dumpId]: dump } } });
    // That a dump changed may come out only when all of it has been read.
    if (dump.changed && !known && dump.dumpId === open.currentDumpId && this.state.get().dialog === null)
      this.show({ kind: 'reanchor', dumpId: dump.dumpId });
  }

  #dropGoneSelection(): void {
    const { selected, open } = this.state.get();
    if (!selected || !open) return;
    const { claims, taggings, notes } = open.project;
    const table = { claim: claims, tagging: taggings, note: notes }[selected.kind];
    if (!table.has(selected.id)) this.state.update({ selected: null });
  }

  // ---- what is open ---------------------------------------------------------------------

  currentDump(): DumpState | null {
    const { open } = this.state.get();
    return (open?.currentDumpId && open.dumps[open.currentDumpId]) || null;
  }

  /** Opens whatever stands at a path: a project, or a dump after a look at how it is split. */
  async openPath(path: string): Promise<void> {
    if (path.toLowerCase().endsWith('.uratori')) await this.openProject(path);
    else await this.openDump(path);
  }

  async openProject(path: string): Promise<void> {
    await this.#switch(() => this.connection.call('project.open', { path }));
  }

  async newProject(): Promise<void> {
    await this.#switch(() => this.connection.call('project.create', { title: '' }));
  }

  async closeProject(): Promise<void> {
    await this.#switch(() => this.connection.call('project.close', {}));
  }

  /** What is being written belongs to the project that is open: it is sent before another one is. */
  async #switch(work: () => Promise<unknown>): Promise<void> {
    await commitPendingEdits();
    await this.attempt(work);
  }

  /** What cannot be looked at is no bundle: whoever opens it as a dump says why. */
  #isBundle(path: string): Promise<boolean> {
    return this.connection.call('bundle.look', { path }).catch(() => false);
  }

  /**
   * Opens at once where the dump itself tells how it is read. Plain text without bylines, and tables of a kind that was
   * not met before, are looked at first.
   */
  async openDump(path: string): Promise<void> {
    // A zip may be a dump or a bundle, which is proved before anything of it is opened.
    if (/\.zip$/iu.test(path) && (await this.#isBundle(path)))
      return this.show({ kind: 'verify-bundle', path, into: null });
    const opening = { path };
    this.state.update({ opening });
    await this.attempt(async () => {
      const preview = await this.connection.call('dump.preview', { path, rule: null });
      // Given up, or another one is wanted by now.
      if (this.state.get().opening !== opening) return;
      const { guessedRule, columns, remembered, mapping } = preview;
      const reading = remembered ? { ...AS_GUESSED, mapping } : null;
      if (guessedRule ? guessedRule.kind === 'byline' : columns === null || remembered)
        await this.#addDump(() => this.connection.call('dump.open', { path, rule: null, reading }));
      else this.state.update({ dialog: { kind: 'dump-reading', path, dumpId: null } });
    });
    if (this.state.get().opening === opening) this.state.update({ opening: null });
  }

  async cancelOpening(): Promise<void> {
    this.state.update({ opening: null });
    await this.attempt(() => this.connection.call('dump.cancelOpening', {}));
  }

  /** Opens a dump as a person chose, or reads an open one anew. */
  async openDumpAs(
    path: string,
    how: Pick<DumpState, 'rule' | 'reading'>,
    dumpId: string | null,
  ): Promise<void> {
    await this.attempt(() =>
      this.#addDump(() =>
        dumpId === null
          ? this.connection.call('dump.open', { path, ...how })
          : this.connection.call('dump.readAnew', { dumpId, ...how }),
      ),
    );
  }

  async openSample(): Promise<void> {
    const opened = await this.attempt(() => this.#addDump(() => this.connection.call('dump.openSample', {})));
    // Who meets the program for the first time is shown round.
    if (opened && !this.state.get().settings.tourSeen && this.state.get().dialog === null)
      this.show({ kind: 'tour' });
  }

  async showDump(dumpId: string): Promise<void> {
    await this.attempt(() => this.#addDump(() => this.connection.call('dump.show', { dumpId })));
  }

  async cancelIndexing(): Promise<void> {
    const dump = this.currentDump();
    if (dump?.status !== 'open' || dump.complete || dump.stopped) return;
    await this.attempt(() => this.connection.call('dump.cancel', { dumpId: dump.dumpId }));
  }

  /** What there is to show of it comes with `project.replaced`. */
  async resumeIndexing(): Promise<void> {
    const dump = this.currentDump();
    if (!dump?.stopped) return;
    await this.attempt(() => this.connection.call('dump.resume', { dumpId: dump.dumpId }));
  }

  async relocateDump(dumpId: string, path: string): Promise<void> {
    await this.attempt(() => this.#addDump(() => this.connection.call('dump.relocate', { dumpId, path })));
  }

  async #addDump(open: () => Promise<DumpState>): Promise<void> {
    await commitPendingEdits();
    const dump = await open();
    const current = this.state.get().open;
    if (!current) return;
    this.#reader.clear();
    this.state.update({
      open: { ...current, dumps: { ...current.dumps, [dump.dumpId]: dump }, currentDumpId: dump.dumpId },
      filter: EVERY_STORY,
      sort: DUMP_ORDER,
      view: null,
      ordinal: null,
      story: null,
      trail: [],
      selection: null,
      selected: null,
      dialog: null,
    });
    await this.#showDump(null);
  }

  // ---- stories --------------------------------------------------------------------------

  filterStories(filter: StoryFilter): Promise<void> {
    return this.#list(filter, this.state.get().sort);
  }

  sortStories(sort: StorySort): Promise<void> {
    return this.#list(this.state.get().filter, sort);
  }

  /** Both at once, as they were saved. */
  listStories(filter: StoryFilter, sort: StorySort): Promise<void> {
    return this.#list(filter, sort);
  }

  async #list(filter: StoryFilter, sort: StorySort): Promise<void> {
    const dump = this.currentDump();
    if (!dump) return;
    this.state.update({ filter, sort });
    await this.attempt(async () => {
      const view = await this.connection.call('stories.view', { dumpId: dump.dumpId, filter, sort });
      const now = this.state.get();
      if (now.filter === filter && now.sort === sort) this.state.update({ view });
    });
  }

  /** Shows a story; a newer call wins over one that is still reading. */
  async openStory(ordinal: number): Promise<void> {
    const dump = this.currentDump();
    if (!dump || dump.stories === 0) return;
    const before = this.state.get().ordinal;
    this.state.update({ ordinal });
    const read = await this.attempt(async () => {
      const story = await this.#reader.read(dump.dumpId, ordinal);
      const now = this.state.get();
      if (now.ordinal !== ordinal || now.open?.currentDumpId !== dump.dumpId) return;
      if (now.story?.id !== story.id)
        this.state.update({
          story,
          selection: null,
          selected: null,
          hovered: null,
          pair: null,
          hoveredPair: null,
          currentHit: null,
          suggestion: null,
          finding: null,
        });
    });
    // List and text stay together.
    if (!read && this.state.get().ordinal === ordinal) this.state.update({ ordinal: before });
  }

  /** Has a story at hand before it is asked for. */
  prefetch(ordinal: number): void {
    const dump = this.currentDump();
    if (dump) this.#reader.prefetch(dump.dumpId, ordinal);
  }

  /** Gives the selected claim a rating of the project's scale; null takes it away. */
  rate = async (ratingId: string | null): Promise<void> => {
    const { selected } = this.state.get();
    const desk = this.desk();
    if (selected?.kind !== 'claim' || !desk) return;
    // What was signed off is not judged anew behind the back of who signed.
    if (reviewOf(desk.project, keyOf(desk)) === 'signed-off')
      return this.show({ kind: 'reopen', state: 'in-progress', onReopened: () => void this.rate(ratingId) });
    await this.execute(giveVerdict(this.state.get().settings.reviewer, selected.id, ratingId));
  };

  /** The open story, ready to be annotated; null where there is none or the project is read-only. */
  desk(): Desk | null {
    const { open, story, settings } = this.state.get();
    if (!open?.currentDumpId || !story || open.readOnly) return null;
    return { project: open.project, dumpId: open.currentDumpId, story, reviewer: settings.reviewer };
  }

  // ---- changes --------------------------------------------------------------------------

  /** Resolves to whether the change was made and is durable. */
  execute(command: Command): Promise<boolean> {
    return this.attempt(() => this.connection.call('project.execute', { command }));
  }

  undo(): Promise<boolean> {
    return this.attempt(() => this.connection.call('project.undo', {}));
  }

  redo(): Promise<boolean> {
    return this.attempt(() => this.connection.call('project.redo', {}));
  }

  /** Shows the change at once; of several under way only the last one's answer counts, so that a slider does not jump back. */
  changeSettings(changes: Partial<Settings>): Promise<boolean> {
    const before = this.state.get().settings;
    this.state.update({ settings: { ...before, ...changes } });
    this.#settingsChanges += 1;
    return this.attempt(async () => {
      const settle = (settings: Settings) => {
        this.#settingsChanges -= 1;
        if (this.#settingsChanges === 0) this.state.update({ settings });
      };
      await this.connection.call('settings.change', { changes }).then(settle, (thrown) => {
        settle(before);
        throw thrown;
      });
    });
  }

  // ---- what is looked at ----------------------------------------------------------------

  select(selected: AnnotationRef | null): void {
    const tabs: Record<AnnotationRef['kind'], InspectorTab> = {
      claim: 'claims',
      tagging: 'tags',
      note: 'translation',
    };
    const { tab, recentClaims } = this.state.get();
    // The evidence of a claim has its own tab; choosing another claim there stays there.
    const stays = selected?.kind === 'claim' && tab === 'evidence';
    this.state.update({ selected, ...(selected && !stays ? { tab: tabs[selected.kind] } : {}) });
    if (selected?.kind === 'claim')
      this.state.update({ recentClaims: [selected.id, ...recentClaims.filter((id) => id !== selected.id)] });
  }

  /** Goes to a finding of the checks, in the list and in the text. */
  showFinding(finding: string | null): void {
    this.state.update({ finding, ...(finding === null ? {} : { tab: 'translation' }) });
  }

  selectText(selection: TextRange | null): void {
    this.state.update({ selection });
  }

  hover(hovered: AnnotationRef | null): void {
    this.state.update({ hovered });
  }

  showTab(tab: InspectorTab): void {
    this.state.update({ tab });
  }

  show(dialog: Dialog | null): void {
    this.state.update({ dialog });
  }

  /** Asks for a file or folder: by the system's dialog, or by our own where the host has none. */
  async choose(
    purpose: Extract<Dialog, { kind: 'files' }>['purpose'],
    suggestedName: string,
    onChosen: (path: string) => void,
  ): Promise<void> {
    await this.attempt(async () => {
      const choice = await this.connection.call('files.choose', { purpose, suggestedName });
      if (choice.kind === 'chosen') onChosen(choice.path);
      if (choice.kind === 'in-app') this.show({ kind: 'files', purpose, suggestedName, onChosen });
    });
  }

  // ---- telling the person ---------------------------------------------------------------

  /** Shows an address of the web in the person's browser, never in this window. */
  openLink(url: string): Promise<boolean> {
    return this.attempt(() => this.connection.call('link.open', { url }));
  }

  /** Runs something that may fail and tells the person if it does. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (thrown) {
      const problem = problemFrom(thrown);
      // Who gave it up knows.
      if (problem.code !== 'opening-cancelled') this.report(problem);
      return false;
    }
  }

  report(problem: Problem): void {
    this.#notice({ tone: 'problem', problem, text: '' });
  }

  inform(text: string): void {
    this.#notice({ tone: 'information', problem: null, text });
  }

  dismiss(id: number): void {
    this.state.update({ notices: this.state.get().notices.filter((notice) => notice.id !== id) });
  }

  #notice(notice: Omit<State['notices'][number], 'id'>): void {
    this.#noticeId += 1;
    const others = this.state
      .get()
      .notices.filter(
        (other) =>
          JSON.stringify([other.problem, other.text]) !== JSON.stringify([notice.problem, notice.text]),
      );
    this.state.update({ notices: [...others, { ...notice, id: this.#noticeId }].slice(-4) });
  }
}
