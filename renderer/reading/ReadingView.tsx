import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { arrangementOf } from '../alignment/arrangement.ts';
import { useLinkedPairs } from '../alignment/use-linked-pairs.ts';
import { usePairs } from '../alignment/use-pairs.ts';
import { currentFindingRanges, sameRanges } from '../checks/current-finding.ts';
import { offerQuote } from '../evidence/offer-quote.ts';
import { useTranslator } from '../i18n/context.ts';
import { searchingOf } from '../search/searching.ts';
import { hitsIn } from '../search/story-hits.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { useSuggestions } from '../suggestions/use-suggestions.ts';
import { annotatedSpans, nextUnderPointer } from './annotated-spans.ts';
import { clearPaint, paint, spansAt } from './highlights.ts';
import { ResizeHandles } from './ResizeHandles.tsx';
import { ReadingSurface } from './reading-surface.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { StoryHeader } from './StoryHeader.tsx';
import { StoryText, sideBySide } from './StoryText.tsx';
import { surfaces } from './surfaces.ts';
import './reading.css';
import './vertical.css';

/** The open story: its byline, its text with everything painted on it, and the selection. */
export function ReadingView() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const root = useRef<HTMLDivElement>(null);
  const pairs = usePairs();
  const cutBeside = useWorkspaceState((state) => state.cutBeside);
  const [surface, setSurface] = useState<ReadingSurface | null>(null);
  const story = useWorkspaceState((state) => state.story);
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const key = useWorkspaceState((state) =>
    state.story ? `${state.open?.currentDumpId}/${state.story.id}` : '',
  );
  const selected = useWorkspaceState((state) => state.selected);
  const hovered = useWorkspaceState((state) => state.hovered);
  const filter = useWorkspaceState((state) => state.filter);
  const currentHit = useWorkspaceState((state) => state.currentHit);
  const selection = useWorkspaceState((state) => state.selection);
  const wantsVertical = useWorkspaceState((state) => state.settings.vertical);
  const finding = useWorkspaceState(currentFindingRanges, sameRanges);

  const spans = useMemo(
    () => (project && story ? annotatedSpans(project, key, story) : []),
    [project, key, story],
  );
  const hits = useMemo(
    () => (project && story ? hitsIn(story, key, project, searchingOf(filter)) : []),
    [project, key, story, filter],
  );

  const { current: suggestion } = useSuggestions(project, key, story);

  useLayoutEffect(() => {
    if (story) root.current?.scrollTo(0, 0);
  }, [story]);

  const arrangement = useMemo(
    () => (story ? arrangementOf(story, pairs, cutBeside) : null),
    [story, pairs, cutBeside],
  );
  // Versions beside each other are read across.
  const vertical =
    wantsVertical && story !== null && arrangement === null && sideBySide(story.segments) === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another arrangement is another DOM.
  useLayoutEffect(() => {
    if (!root.current || !story) return;
    const made = new ReadingSurface(root.current, story.segments);
    setSurface(made);
    return surfaces.show(made);
  }, [story, arrangement]);
  const linked = useLinkedPairs(surface, story, pairs);

  useLayoutEffect(() => {
    if (surface)
      paint(surface, spans, { hits, currentHit, selected, hovered, selection, suggestion, finding });
  }, [surface, spans, hits, currentHit, selected, hovered, selection, suggestion, finding]);
  useEffect(() => clearPaint, []);

  useEffect(() => {
    if (!surface) return;
    const follow = () => {
      const caret = surface.caret();
      if (caret) {
        workspace.selectText({
          start: Math.min(caret.anchor, caret.focus),
          end: Math.max(caret.anchor, caret.focus),
        });
      }
      // A field that takes the focus takes the browser's selection with it; the text chosen here stays chosen.
      else if (!isElsewhere(surface.root)) workspace.selectText(null);
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [surface, workspace]);

  // What was chosen elsewhere, in the inspector or by key, comes into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new choice scrolls; a repaint of the same one must not.
  useEffect(() => {
    const span = spans.find((candidate) => candidate.ref.id === selected?.id);
    if (span && surface) surface.reveal(span);
  }, [selected?.id, surface]);

  useEffect(() => {
    if (currentHit && surface) surface.reveal(currentHit);
  }, [currentHit, surface]);

  useEffect(() => {
    if (suggestion && surface) surface.reveal(suggestion);
  }, [suggestion, surface]);

  useEffect(() => {
    if (surface) for (const range of finding) surface.reveal(range);
  }, [finding, surface]);

  if (!story) return <div id="reading" className="reading" tabIndex={-1} />;

  const under = (event: React.MouseEvent) => {
    const at = surface?.offsetAt(event.clientX, event.clientY) ?? null;
    return at === null ? [] : spansAt(spans, at);
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same is done by keys n and p, and in the inspector's list.
    <section
      id="reading"
      className="reading"
      ref={root}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that keys can move in it.
      tabIndex={0}
      data-writing={vertical ? 'vertical' : 'horizontal'}
      onWheel={(event) => {
        if (vertical && event.deltaX === 0) root.current?.scrollBy({ left: -event.deltaY });
      }}
      aria-label={t('reading.label')}
      onCopy={(event) => {
        if (!offerQuote(workspace, event.clipboardData)) return;
        event.clipboardData.setData('text/plain', document.getSelection()?.toString() ?? '');
        event.preventDefault();
      }}
      onDragStart={(event) => offerQuote(workspace, event.dataTransfer)}
      onClick={(event) => {
        if (document.getSelection()?.isCollapsed === false) return;
        const target = event.target as Element;
        if (target.closest('button, a, select, summary')) return;
        linked.choose(surface?.offsetAt(event.clientX, event.clientY) ?? null);
        workspace.select(nextUnderPointer(under(event), workspace.state.get().selected));
      }}
      onMouseMove={(event) => {
        if (event.buttons !== 0) return;
        workspace.hover(nextUnderPointer(under(event), null));
        linked.hover(surface?.offsetAt(event.clientX, event.clientY) ?? null);
      }}
      onMouseLeave={() => {
        workspace.hover(null);
        linked.hover(null);
      }}
    >
      <StoryHeader story={story} />
      <StoryText story={story} arrangement={arrangement} />
      {surface ? <ResizeHandles surface={surface} spans={spans} /> : null}
      {surface ? <SelectionBar surface={surface} /> : null}
    </section>
  );
}

function isElsewhere(root: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && !root.contains(activeElement);
}
