import type { TranslationNoteKind } from '../../app/translation-note.ts';
import type { MessageKey } from '../i18n/messages.ts';

export const KIND_LABELS: Record<TranslationNoteKind, MessageKey> = {
  mistranslation: 'note.kind.mistranslation',
  omission: 'note.kind.omission',
  addition: 'note.kind.addition',
  nuance: 'note.kind.nuance',
  terminology: 'note.kind.terminology',
  untranslated: 'note.kind.untranslated',
};
