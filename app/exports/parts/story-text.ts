import type { Story } from '../../story.ts';
import { VERDICT_SIGNS } from '../labels.ts';
import { layoutOf, type Run } from '../layout.ts';
import type { Marks } from '../marks.ts';
import type { Block } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import type { Label } from '../model/inline.ts';
import type { TextMark, TextRun } from '../model/story-text.ts';
import { chunksOf, type Span, spansOf } from '../spans.ts';
import { inTextId, markName } from './jumps.ts';

/** The text of a story, its translation beside it, with a mark at every annotation that has a place in it. */
export function storyText(draft: Draft, number: number, story: Story, marks: Marks): Block {
  const layout = layoutOf(story);
  const runs = layout.flatMap((part) =>
    part.kind === 'flow' ? part.runs : [...part.original, ...part.translation],
  );
  const maker = new RunMaker(draft, number, story, spansOf(marks, story.text, runs));
  return {
    kind: 'story-text',
    parts: layout.map((part) =>
      part.kind === 'flow'
        ? { kind: 'flow', runs: part.runs.map((run) => maker.run(run, true)) }
        : {
            kind: 'pair',
            original: maker.column('story.original', part.original),
            translation: maker.column('story.translation', part.translation),
          },
    ),
  };
}

class RunMaker {
  readonly #draft: Draft;
  readonly #text: string;
  readonly #spans: readonly Span[];
  /** Each span's mark is one and the same wherever it is named. */
  readonly #marks = new Map<Span, TextMark>();

  constructor(draft: Draft, number: number, story: Story, spans: readonly Span[]) {
    this.#draft = draft;
    this.#text = story.text;
    this.#spans = spans;
    const targets = new Set<string>();
    for (const span of spans) {
      const to = `story-${number}-${span.look.kind}-${span.number}`;
      // An annotation with several anchors has one place that its card comes back to, its first.
      this.#marks.set(span, this.#mark(span, to, targets.has(to) ? null : inTextId(to)));
      targets.add(to);
    }
  }

  column(label: 'story.original' | 'story.translation', runs: Run[]) {
    const name = this.#draft.voice.say(label);
    const languages = [
      ...new Set(runs.filter((run) => run.kind !== 'gap' && run.lang !== 'und').map((run) => run.lang)),
    ].map((lang) => this.#draft.voice.language(lang));
    const withLanguages = (words: string, names: string[]) =>
      names.length === 0 ? words : `${words} · ${names.join(', ')}`;
    const named: Label = {
      main: withLanguages(
        name.main,
        languages.map(({ main }) => main),
      ),
      other:
        name.other === null
          ? null
          : withLanguages(
              name.other,
              languages.map(({ main, other }) => other ?? main),
            ),
    };
    return { label: named, runs: runs.map((run) => this.run(run, false)) };
  }

  run(run: Run, labelled: boolean): TextRun {
    const { start, end, kind, lang } = run;
    return {
      kind,
      lang,
      label: this.#labelOf(kind, labelled),
      text: this.#text.slice(start, end),
      marked: this.#spans.some((span) => span.start < end && span.end > start),
      chunks: chunksOf(this.#spans, start, end).map((chunk) => ({
        start: chunk.start - start,
        end: chunk.end - start,
        marks: this.#all(chunk.spans),
        starting: this.#all(chunk.starting),
        ending: this.#all(chunk.ending),
      })),
    };
  }

  #labelOf(kind: Run['kind'], labelled: boolean): Label | null {
    const { say } = this.#draft.voice;
    switch (kind) {
      case 'gap':
      case 'post':
      case 'byline':
        return null;
      case 'repeat':
        return say('story.repeat');
      case 'article':
      case 'translation':
      case 'footer':
        return labelled ? say(`story.${kind}`) : null;
      default:
        return assertNever(kind);
    }
  }

  #all(spans: readonly Span[]): TextMark[] {
    return spans.map((span) => this.#marks.get(span) as TextMark);
  }

  #mark(span: Span, to: string, id: string | null): TextMark {
    const { look, number, moved, lane } = span;
    const { project } = this.#draft.report;
    const sign = look.kind === 'claim' ? VERDICT_SIGNS[look.verdict] : '';
    return {
      look,
      name: markName(this.#draft, look.kind, number),
      sign: moved ? `${sign}→` : sign,
      lane,
      colour: look.kind === 'tag' ? (project.tags.get(look.tagId)?.colour ?? 'grey') : null,
      to,
      id,
    };
  }
}

function assertNever(value: never): never {
  throw new Error(`not a kind of segment: ${JSON.stringify(value)}`);
}
