/** Namespaces that people use under several addresses and prefixes, and the prefix that each has here. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/u, 'excerpt'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/u, 'wp'],
  [/^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns)/iu, 'atom'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/u, 'content'],
  [/^https?:\/\/purl\.org\/(?:rss\/1\.0\/modules\/dc|dc\/elements\/1\.[01])\/?$/u, 'dc'],
  [/^https?:\/\/(?:video\.)?search\.yahoo\.com\/mrss\/?$/u, 'media'],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/iu, 'itunes'],
  [/^https?:\/\/purl\.org\/syndication\/thread\/1\.0\/?$/u, 'thr'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?$/u, 'rdf'],
  [
    /^https?:\/\/(?:purl\.org\/rss\/1\.0|purl\.org\/net\/rss1\.1#|my\.netscape\.com\/rdf\/simple\/0\.9)\/?$/u,
    '',
  ],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml\/?$/u, ''],
];

/** No document has use for more. */
const MOST_PREFIXES = 100;

/** The prefixes that are in force inside of an element. */
export class Namespaces {
  private readonly prefixes: ReadonlyMap<string, string>;
  private readonly known = new Map<string, string>();

  constructor(prefixes: ReadonlyMap<string, string> = new Map()) {
    this.prefixes = prefixes;
  }

  /** Those inside of an element with these attributes; the same where it declares none. */
  within(attributes: Readonly<Record<string, string>>): Namespaces {
    let prefixes: Map<string, string> | null = null;
    for (const [name, uri] of Object.entries(attributes)) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      prefixes ??= new Map(this.prefixes);
      const found = NAMESPACES.find(([expression]) => expression.test(uri));
      // An address that nobody knows says nothing: then the prefix counts as it is written.
      if (found === undefined) prefixes.delete(name.slice(6));
      // A default namespace tells elements of Atom from others; inside of Atom they need no prefix.
      else if (prefixes.size < MOST_PREFIXES)
        prefixes.set(name.slice(6), name === 'xmlns' && found[1] === 'atom' ? '' : found[1]);
    }
    return prefixes === null ? this : new Namespaces(prefixes);
  }

  /** A name as it is written, with the usual prefix of its namespace in place of its own. */
  nameOf(written: string): string {
    const known = this.known.get(written);
    if (known !== undefined) return known;
    const colon = written.indexOf(':');
    const own = colon === -1 ? '' : written.slice(0, colon);
    const prefix = this.prefixes.get(own) ?? own;
    const name = prefix === '' ? written.slice(colon + 1) : `${prefix}:${written.slice(colon + 1)}`;
    if (this.known.size < 1000) this.known.set(written, name);
    return name;
  }
}
