import type { TypeDescription, TypeSystem } from './model.ts';

/** Types of UIMA and of DKPro Core, which INCEpTION builds on. */
export const ANNOTATION = 'uima.tcas.Annotation';
export const ANNOTATION_BASE = 'uima.cas.AnnotationBase';
export const DOCUMENT_ANNOTATION = 'uima.tcas.DocumentAnnotation';
export const STRING = 'uima.cas.String';
export const DOCUMENT = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';
export const SENTENCE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence';
export const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';

/** Layers of INCEpTION stand in this package. The names are ours alone: many a project has a layer `Claim`. */
const layer = (name: string) => `webanno.custom.Uratori${name}`;
export const CLAIM = layer('Claim');
export const TAGGING = layer('Tag');
export const NOTE = layer('TranslationNote');
/** Relations between the spans of a claim, and between the sides of a note. */
export const SAME_CLAIM = layer('SameClaim');
export const TRANSLATED_AS = layer('TranslatedAs');
/** What has no place in the text. */
export const STORY = layer('Story');
export const PLACELESS_CLAIM = layer('ClaimOfStory');
export const STORY_TAGGING = layer('TagOfStory');
export const EVIDENCE = layer('Evidence');

/** The ends of a relation, as WebAnno and INCEpTION call them. */
export const FROM = 'Governor';
export const TO = 'Dependent';

const MADE = ['identifier', 'by', 'at'];
const CLAIM_FEATURES = ['rating', 'wording', 'claimant', 'rationale', 'carriedFrom', ...MADE];
const TAG_FEATURES = ['tag', 'tagId', 'memo', ...MADE];

const texts = (names: readonly string[]) => names.map((name) => ({ name, range: STRING }));
const relation = (name: string, between: string, description: string): TypeDescription => ({
  ...{ name, supertype: ANNOTATION, description },
  features: [TO, FROM].map((feature) => ({ name: feature, range: between })),
});

/** The layers of ours, in the order in which files have them. */
export const LAYERS: readonly TypeDescription[] = [
  {
    ...{
      name: CLAIM,
      supertype: ANNOTATION,
      description: 'Words of a claim. The first span has what is said of it.',
    },
    features: texts(CLAIM_FEATURES),
  },
  {
    ...{ name: TAGGING, supertype: ANNOTATION, description: 'A tag on words.' },
    features: texts(TAG_FEATURES),
  },
  {
    ...{
      name: NOTE,
      supertype: ANNOTATION,
      description: 'Words that a translation note is on, or their counterpart.',
    },
    features: texts(['side', 'kind', 'comment', 'suggestion', ...MADE]),
  },
  relation(SAME_CLAIM, CLAIM, 'Joins the spans of a claim, from its first.'),
  relation(TRANSLATED_AS, NOTE, 'Joins the sides of a translation note, from the original.'),
];

/** What a document of ours has beside its layers. INCEpTION keeps or drops these; people do not see them there. */
const BESIDE: readonly TypeDescription[] = [
  {
    ...{ name: STORY, supertype: ANNOTATION_BASE, description: 'Which story the text is.' },
    features: texts(['key', 'lang', 'source', 'handle', 'published', 'link']),
  },
  {
    ...{
      name: PLACELESS_CLAIM,
      supertype: ANNOTATION_BASE,
      description: 'A claim without a place in the text.',
    },
    features: texts(CLAIM_FEATURES),
  },
  {
    ...{ name: STORY_TAGGING, supertype: ANNOTATION_BASE, description: 'A tag on the whole story.' },
    features: texts(TAG_FEATURES),
  },
  {
    ...{
      name: EVIDENCE,
      supertype: ANNOTATION_BASE,
      description: 'A source that supports or refutes a claim.',
    },
    features: texts([
      ...['claim', 'identifier', 'stance', 'title', 'url', 'archiveUrl', 'capturedAt', 'publisher'],
      ...['publishedAt', 'quote', 'reliability', 'fileName', 'fileSha256'],
      ...['quotedStory', 'quotedBegin', 'quotedEnd'],
    ]),
  },
];

const DKPRO: readonly TypeDescription[] = [
  {
    ...{ name: DOCUMENT, supertype: DOCUMENT_ANNOTATION, description: '' },
    features: texts(['documentTitle', 'documentId', 'documentUri']),
  },
  { name: SENTENCE, supertype: ANNOTATION, description: '', features: [] },
  { name: TOKEN, supertype: ANNOTATION, description: '', features: [] },
];

/** All that the files of ours use. */
export const OWN_TYPES: TypeSystem = new Map(
  [...DKPRO, ...LAYERS, ...BESIDE].map((type) => [type.name, type] as const),
);
