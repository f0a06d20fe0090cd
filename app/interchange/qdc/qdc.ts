import { xmlAttribute } from '../../glossary/xml.ts';
import type { AnnotationSet, SetOrigin } from '../annotation-set.ts';
import type { Interchange, OutFile, Reading } from '../format.ts';
import { type Files, unreadable } from '../reading.ts';
import { tagCodes } from '../refi/codes.ts';
import { Guids } from '../refi/guids.ts';
import { ownDataIn, ownDataSets } from '../refi/own-data.ts';
import { codesIn } from '../refi/read-codes.ts';
import { localName, rootIn } from '../xml.ts';
import { about } from './about.ts';

/** The codebook alone, for programs of qualitative research (REFI-QDA 1.5, 5.2): its tags as codes. */
export const qdc: Interchange = {
  ...about,
  write,
  parse,
};

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';

function* write({ tags }: AnnotationSet, { version }: SetOrigin): Generator<OutFile> {
  yield { name: 'codebook.qdc', chunks: codebook(tags, version) };
}

function* codebook(tags: AnnotationSet['tags'], version: string): Generator<string> {
  const guids = new Guids();
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield `<CodeBook xmlns="${NAMESPACE}" origin="${xmlAttribute(`Uratori ${version}`)}">\n<Codes>\n`;
  for (const code of tagCodes(tags, guids)) yield `${code}\n`;
  yield '</Codes>\n';
  yield ownDataSets({ ids: Object.fromEntries(guids.ids), ratings: [], order: {} });
  yield '</CodeBook>\n';
}

/** Reads a codebook of any program: its codes are tags. */
function parse(files: Files): Reading {
  const [[file, text] = unreadable('codebook.qdc', 'missing')] = files;
  const root = rootIn(file, text);
  const codeBook = localName(root.name) === 'CodeBook' ? root : unreadable(file, `<${root.name}>`);
  const { tags } = codesIn(codeBook, ownDataIn(file, root));
  return { set: { stories: [], tags, ratings: [] }, problems: [] };
}
