import type { XmlElement } from '../../formats/reading/xml-element.ts';
import type { Reading } from '../format.ts';
import { type Files, unreadable } from '../reading.ts';
import { ownDataIn } from '../refi/own-data.ts';
import { codesIn } from '../refi/read-codes.ts';
import { attributeIn, childOf, childrenOf, localName, rootIn } from '../xml.ts';
import { PROJECT } from './parts.ts';
import { guidIn, noteIn, type ProjectRead } from './read.ts';
import { storyIn } from './story.ts';

/**
 * Reads a project of any program: its text sources, and the textual form of PDFs, are stories, its codings are tags but
 * for those that are claims and notes of ours. Pictures, sound, video, graphs and cases are passed over.
 */
export function parse(files: Files): Reading {
  const file = [...files.keys()].find((name) => name.endsWith('.qde')) ?? unreadable(PROJECT, 'missing');
  const root = rootIn(file, files.get(file) as string);
  if (localName(root.name) !== 'Project') unreadable(file, `<${root.name}>`);
  const own = ownDataIn(file, root);
  const read: ProjectRead = {
    ...{ file, files, own, origin: attributeIn(root, 'origin') ?? '', problems: [] },
    ...{ notes: new Map(), places: new Map(), quoted: [] },
    codes: codesIn(childOf(root, 'CodeBook'), own),
    users: new Map(
      listed(root, 'Users', 'User').map((user) => [guidIn(user, 'guid'), attributeIn(user, 'name') ?? '']),
    ),
  };
  for (const [index, note] of listed(root, 'Notes', 'Note').entries())
    read.notes.set(guidIn(note, 'guid'), noteIn(note, index, read));
  const sources = childOf(root, 'Sources');
  const stories = (sources ? childrenOf(sources, 'TextSource', 'PDFSource') : []).flatMap((source) => {
    if (localName(source.name) === 'TextSource') return [storyIn(source, source, read)];
    const text = childOf(source, 'Representation');
    return text ? [storyIn(text, source, read)] : [];
  });
  for (const { quoted, start, end } of read.quoted) {
    quoted.span = read.places.get(quoted.key)?.span(start, end, '') ?? null;
    if (!quoted.span)
      read.problems.push({ code: 'interchange-no-place', params: { file, what: quoted.key } });
  }
  return { set: { stories, tags: read.codes.tags, ratings: own.ratings }, problems: read.problems };
}

function listed(root: XmlElement, list: string, name: string): XmlElement[] {
  const found = childOf(root, list);
  return found ? childrenOf(found, name) : [];
}
