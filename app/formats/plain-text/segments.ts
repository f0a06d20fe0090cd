import type { Segment, SegmentKind } from '../../story.ts';
import { languageOf } from '../../text/language.ts';
import type { Line } from '../../text/lines.ts';
import { withoutMarksAtEnd } from '../../text/marks.ts';
import type { SplitRule } from '../split-rule.ts';
import { looksTranslated } from './likeness.ts';
import type { StoryLines } from './story-lines.ts';

type Run = readonly [SegmentKind, readonly Line[]];

const CUT = '…';
/** Links that a post itself ends with; any other link may stand at the end of an article's paragraph. */
const POST_LINK_AT_END = /(?:https?:\/\/t\.co\/\w+|pic\.(?:twitter|x)\.com\/\w+)[ \t\u00a0\u3000]*$/iu;
/** Fewer characters in front of a cut say nothing about what is repeated. */
const TELLING_LENGTH = 4;

const joined = (lines: readonly Line[]) => lines.map((line) => line.text).join('\n');
/** For comparing what a person reads as the same: width, blanks and line breaks do not count. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '');
const isCut = (line: Line | undefined) => line !== undefined && withoutMarksAtEnd(line.text).endsWith(CUT);

/** The segments of a story; adjacent lines of one kind are one segment, blank lines between them included. */
export function segmentsOf(text: string, lines: StoryLines, rule: SplitRule): Segment[] {
  const runs: Run[] = [['footer', lines.head]];
  if (lines.byline === null) runs.push([rule.kind === 'lines' ? 'post' : 'article', lines.beforeByline]);
  else {
    const length = lengthOfPost(lines.beforeByline.at(-1), lines.afterByline);
    const rest = lines.afterByline.slice(0, length);
    runs.push(['post', lines.beforeByline], ['byline', [lines.byline.line]], ['post', rest]);
    runs.push(...followers(lines.beforeByline, rest, lines.afterByline.slice(length)));
  }
  runs.push(['footer', lines.footer]);
  const segments: Segment[] = [];
  for (const [kind, [first, ...others]] of runs) {
    if (first === undefined) continue;
    const last = segments.at(-1);
    const end = (others.at(-1) ?? first).end;
    if (last !== undefined && last.kind === kind) last.end = end;
    else segments.push({ kind, lang: 'und', start: first.start, end });
  }
  for (const segment of segments) {
    segment.lang = languageOf(
      segment.kind === 'byline'
        ? (lines.byline?.says.source.name ?? '')
        : text.slice(segment.start, segment.end),
    );
  }
  return segments;
}

/** How many of the lines behind the byline are still the post. */
function lengthOfPost(lead: Line | undefined, after: readonly Line[]): number {
  if (lead !== undefined) {
    const bare = withoutMarksAtEnd(lead.text);
    if (bare.length < lead.text.trimEnd().length || bare.endsWith(CUT)) return 0;
  }
  const last = after.findIndex((line) => POST_LINK_AT_END.test(line.text.slice(-200)) || isCut(line));
  return last === -1 ? after.length : last + 1;
}

/** What stands behind a post: the same in full, the same in another language, or an article. */
function followers(lead: readonly Line[], rest: readonly Line[], after: readonly Line[]): Run[] {
  if (after.length === 0) return [];
  const post = [...lead, ...rest];
  if (isCut(post.at(-1)) && repeats(lead, rest, after)) {
    const language = languageOf(joined(after.slice(0, post.length)));
    const other = after.findIndex(
      (_, index) => index > 0 && isOtherLanguage(language, joined(after.slice(index))),
    );
    // Only a tail that is in the other language from its first line to its last is a translation of the whole.
    if (other > 0 && after.slice(other).every((line) => !sameLanguage(language, line.text))) {
      const [original, translation] = [after.slice(0, other), after.slice(other)];
      if (looksTranslated(joined(original), joined(translation), false)) {
        return [
          ['repeat', original],
          ['translation', translation],
        ];
      }
    }
    return [['repeat', after]];
  }
  if (
    isOtherLanguage(languageOf(joined(post)), joined(after)) &&
    looksTranslated(joined(post), joined(after), isCut(post.at(-1)))
  ) {
    return [['translation', after]];
  }
  return [['article', after]];
}

function repeats(lead: readonly Line[], rest: readonly Line[], after: readonly Line[]): boolean {
  const following = plain(joined(after));
  const beforeCut = (lines: readonly Line[]) =>
    plain(withoutMarksAtEnd(joined(lines))).replace(/(?:…|\.{3})+$/u, '');
  return [beforeCut(lead), beforeCut(rest.slice(-1)), beforeCut(rest)].some(
    (start) => start.length >= TELLING_LENGTH && following.startsWith(start),
  );
}

const sameLanguage = (language: string, text: string) => languageOf(text) === language;

function isOtherLanguage(language: string, text: string): boolean {
  const other = languageOf(text);
  return language !== 'und' && other !== 'und' && other !== language;
}
