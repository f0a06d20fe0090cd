import type { Story } from '../../story.ts';
import { VERDICT_SIGNS } from '../labels.ts';
import { type LayoutBlock, layoutOf, type Run } from '../layout.ts';
import type { Marks } from '../marks.ts';
import type { Report } from '../report.ts';
import { type Chunk, chunksOf, type Span, spansOf } from '../spans.ts';
import { html, type Markup } from './markup.ts';
import { langAttribute } from './words.ts';

/** More underlines than these under one another cannot be told apart; the numbers go on. Parsers limit the depth, too. */
const MOST_LANES = 6;

/**
 * The text of a story with its highlights. Without the elements of class `label` and `mark`, the text content of
 * what this returns is the text of the story, unit by unit.
 */
export function storyText(report: Report, number: number, story: Story, marks: Marks): Markup {
  const blocks = layoutOf(story);
  const runs = blocks.flatMap((block) =>
    block.kind === 'flow' ? block.runs : [...block.original, ...block.translation],
  );
  const painter = new Painter(report, number, story, spansOf(marks, story.text, runs));
  return html`<div class="text">${blocks.map((block) => painter.block(block))}</div>`;
}

class Painter {
  readonly #report: Report;
  readonly #number: number;
  readonly #story: Story;
  readonly #spans: readonly Span[];
  /** Marks that are targets of links; an annotation with several anchors has one target, its first. */
  readonly #targets = new Set<string>();

  constructor(report: Report, number: number, story: Story, spans: readonly Span[]) {
    this.#report = report;
    this.#number = number;
    this.#story = story;
    this.#spans = spans;
  }

  block(block: LayoutBlock): Markup {
    const { translate } = this.#report;
    if (block.kind === 'flow') return html`${block.runs.map((run) => this.#run(run, true))}`;
    const column = (label: 'story.original' | 'story.translation', runs: Run[]) =>
      html`<div class="column"><p class="label">${translate(label)}${this.#language(runs)}</p>${runs.map((run) => this.#run(run, false))}</div>`;
    return html`<div class="pair">${column('story.original', block.original)}${column('story.translation', block.translation)}</div>`;
  }

  #run(run: Run, labelled: boolean): Markup {
    const { translate } = this.#report;
    const words = this.#words(run);
    const label = (text: string) => (labelled ? html`<p class="label">${text}</p>` : null);
    const segment = html`<div class="segment ${run.kind}"${langAttribute(run.lang)} dir="auto">${words}</div>`;
    switch (run.kind) {
      case 'gap':
        return html`<span class="gap">${this.#story.text.slice(run.start, run.end)}</span>`;
      case 'post':
      case 'byline':
        return segment;
      case 'article':
        return html`${label(translate('story.article'))}${segment}`;
      case 'translation':
        return html`${label(translate('story.translation'))}${segment}`;
      case 'footer':
        return html`${label(translate('story.footer'))}${segment}`;
      case 'repeat': {
        // An annotation must not hide in a fold.
        const marked = this.#spans.some((span) => span.start < run.end && span.end > run.start);
        return html`<details${marked ? html` open` : null}><summary class="label">${translate('story.repeat')}</summary>${segment}</details>`;
      }
      default:
        return assertNever(run.kind);
    }
  }

  #words(run: Run): Markup[] {
    return chunksOf(this.#spans, run.start, run.end).map((chunk) => this.#chunk(chunk));
  }

  #chunk(chunk: Chunk): Markup {
    let words = html`${chunk.starting.map((span) => this.#mark(span))}${this.#story.text.slice(chunk.start, chunk.end)}`;
    for (const span of chunk.spans.slice(0, MOST_LANES).toReversed())
      words = html`<mark class="${lookOf(this.#report, span)} lane${span.lane % MOST_LANES}">${words}</mark>`;
    return words;
  }

  #mark(span: Span): Markup {
    const { translate } = this.#report;
    const { kind } = span.look;
    const target = `story-${this.#number}-${kind}-${span.number}`;
    const id = this.#targets.has(target) ? null : html` id="${target}-in-text"`;
    this.#targets.add(target);
    const name = translate(`mark.${kind}`, { number: span.number });
    const sign = span.look.kind === 'claim' ? VERDICT_SIGNS[span.look.verdict] : '';
    const moved = span.moved ? '→' : '';
    // The word joiner keeps the number on the line of the words that it stands for.
    return html`<span class="mark ${lookOf(this.#report, span)}"${id}><sup><a href="#${target}">${name}${sign}${moved}</a></sup>\u2060</span>`;
  }

  #language(runs: Run[]): string | null {
    const known = [
      ...new Set(runs.filter((run) => run.kind !== 'gap' && run.lang !== 'und').map((run) => run.lang)),
    ];
    const names = known.map((lang) => languageName(lang, this.#report.locale));
    return names.length === 0 ? null : ` · ${names.join(', ')}`;
  }
}

function lookOf({ project }: Report, { look }: Span): string {
  switch (look.kind) {
    case 'claim':
      return `claim ${look.verdict}`;
    case 'tag':
      return `tag ${project.tags.get(look.tagId)?.colour ?? 'grey'}`;
    case 'note':
      return 'note';
    default:
      return assertNever(look);
  }
}

function languageName(lang: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(lang) ?? lang;
  } catch {
    // A tag that is not well-formed.
    return lang;
  }
}

function assertNever(value: never): never {
  throw new Error(`not known: ${JSON.stringify(value)}`);
}
