import type { Evidence } from '../../evidence.ts';

/** So many footnotes are named behind a reference; the others are counted. */
const MOST_BACK = 12;

/** What several pieces of evidence say of the source that they have in common. */
export interface Source {
  number: number;
  title: string;
  publisher: string;
  publishedAt: string;
  url: string;
  archives: { url: string; capturedAt: string }[];
  files: { name: string; sha256: string }[];
  storyKey: string | null;
  citedBy: number[];
  more: number;
}

/**
 * Gives each distinct source one number, in the order in which they are cited: one by one while a report is written, so
 * that its stories need not be read twice.
 */
export class References {
  readonly #byKey = new Map<string, Source>();

  /** The number of what a footnote cites. */
  cite(evidence: Evidence, footnote: number): number {
    const key = keyOf(evidence);
    const known = this.#byKey.get(key);
    const source = known ?? this.#add(key);
    learn(source, evidence);
    if (source.citedBy.length < MOST_BACK) source.citedBy.push(footnote);
    else source.more += 1;
    return source.number;
  }

  /** The number of what was cited before. */
  numberOf(evidence: Evidence): number {
    const known = this.#byKey.get(keyOf(evidence));
    if (!known) throw new Error('a source that nothing has cited');
    return known.number;
  }

  get size(): number {
    return this.#byKey.size;
  }

  /** By number. */
  all(): Iterable<Source> {
    return this.#byKey.values();
  }

  #add(key: string): Source {
    const made: Source = {
      number: this.#byKey.size + 1,
      title: '',
      publisher: '',
      publishedAt: '',
      url: '',
      archives: [],
      files: [],
      storyKey: null,
      citedBy: [],
      more: 0,
    };
    this.#byKey.set(key, made);
    return made;
  }
}

/** What two pieces of evidence have in common if they cite the same source: the address, where there is one. */
function keyOf({ url, archiveUrl, file, story, title, publisher, publishedAt, quote }: Evidence): string {
  const address = url.trim() || archiveUrl.trim();
  if (address !== '') return address;
  if (file) return `file ${file.sha256}`;
  if (story) return `story ${story.storyKey}`;
  const known = [title, publisher, publishedAt].map((value) => value.trim());
  return JSON.stringify(known.some((value) => value !== '') ? known : [quote]);
}

/** The first to say something is believed; copies and files are all kept. */
function learn(source: Source, { url, archiveUrl, capturedAt, file, story, ...said }: Evidence): void {
  source.title ||= said.title.trim();
  source.publisher ||= said.publisher.trim();
  source.publishedAt ||= said.publishedAt.trim();
  source.url ||= url.trim();
  source.storyKey ??= story?.storyKey ?? null;
  const archive = { url: archiveUrl.trim(), capturedAt: capturedAt.trim() };
  const isNew = !source.archives.some(
    (each) => each.url === archive.url && each.capturedAt === archive.capturedAt,
  );
  if (isNew && (archive.url !== '' || archive.capturedAt !== '')) source.archives.push(archive);
  if (file && !source.files.some(({ sha256 }) => sha256 === file.sha256)) source.files.push(file);
}
