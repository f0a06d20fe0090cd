import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import type { AnnotationSet, SetOrigin, SetTag } from '../annotation-set.ts';
import { SAME_CLAIM, TRANSLATED_AS } from '../labels.ts';
import { TAG_SHADES } from '../shades.ts';
import { CLAIM, CONTROLS, SIDE_LABELS, tagAlias } from './task.ts';

/** The labelling configuration (https://labelstud.io/tags/): labels, what is asked of a region, relations. */
export function configuration({ tags, ratings }: AnnotationSet, { locale }: SetOrigin): string {
  const notes = Object.values(SIDE_LABELS).join(',');
  return `<View>
  <Style>.htx-text { white-space: pre-wrap; }</Style>
  <Relations>
    <Relation value="${SAME_CLAIM}"/>
    <Relation value="${TRANSLATED_AS}"/>
  </Relations>
  <Labels name="${CONTROLS.label}" toName="text">
    <Label value="${CLAIM}" background="#ffe08a"/>
    <Label value="${SIDE_LABELS.original}" background="#d5e8f7"/>
    <Label value="${SIDE_LABELS.translation}" background="#d9f2e3"/>
${tags.map((tag) => `    ${tagLabel(tag)}\n`).join('')}  </Labels>
  <Text name="text" value="$text" granularity="symbol"/>
  <Choices name="${CONTROLS.rating}" toName="text" perRegion="true" whenTagName="${CONTROLS.label}" whenLabelValue="${CLAIM}" choice="single">
${ratings
  .map(({ id, label, meaning }) => {
    const attributes = `value="${xml(label[locale])}" alias="${xml(id)}" hint="${xml(meaning[locale])}"`;
    return `    <Choice ${attributes}/>\n`;
  })
  .join('')}  </Choices>
${area(CONTROLS.wording, CLAIM)}${area(CONTROLS.claimant, CLAIM)}  <Choices name="${CONTROLS.kind}" toName="text" perRegion="true" whenTagName="${CONTROLS.label}" whenLabelValue="${notes}" choice="single">
${TRANSLATION_NOTE_KINDS.map((kind) => `    <Choice value="${kind}"/>\n`).join('')}  </Choices>
${area(CONTROLS.suggestion, notes)}${area(CONTROLS.comment, null)}</View>
`;
}

function tagLabel({ id, name, colour, description }: SetTag): string {
  const shade = colour ? ` background="${TAG_SHADES[colour]}"` : '';
  const hint = description === '' ? '' : ` hint="${xml(description)}"`;
  return `<Label value="${xml(name)}" alias="${xml(tagAlias(id))}"${shade}${hint}/>`;
}

function area(name: string, labels: string | null): string {
  const when = labels === null ? '' : ` whenTagName="${CONTROLS.label}" whenLabelValue="${labels}"`;
  return `  <TextArea name="${name}" toName="text" perRegion="true"${when} editable="true" rows="2" maxSubmissions="1" placeholder="${name}"/>\n`;
}

/** For an attribute in double quotes. Blanks other than a space would be read as one. */
function xml(words: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return words.replace(/[&<>"\t\n\r]/gu, (sign) => named[sign] ?? `&#${sign.charCodeAt(0)};`);
}
