import { rules } from '../rule.ts';

const COUNT =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|[0-9][0-9,.]{0,11})';

/** Signs in English sentences. */
export const ENGLISH_RULES = rules([
  {
    id: 'en-figure-amount',
    lang: 'en',
    kind: 'figure',
    pattern:
      '[$€£¥]\\s?[0-9][0-9,.]{0,12}(?:\\s?(?:thousand|million|billion|trillion|bn|m)\\b)?|\\b[0-9][0-9,.]{0,12}\\s?(?:%|percent\\b|per cent\\b|thousand\\b|million\\b|billion\\b|trillion\\b|bn\\b|people\\b|users\\b|deaths\\b|votes\\b|tonnes\\b|tons\\b|miles\\b|km\\b)|\\b[0-9]{1,3}(?:,[0-9]{3}){1,4}\\b',
    ignoreCase: true,
    weight: 1,
    example: 'The council spent $3.2 million on the bridge.',
  },
  {
    id: 'en-figure-many',
    lang: 'en',
    kind: 'figure',
    pattern: "\\b(?:dozen|hundred|thousand|million|billion)'?s\\b",
    ignoreCase: true,
    weight: 1,
    example: 'Thousands of residents have left the town.',
  },
  {
    id: 'en-figure-count',
    lang: 'en',
    kind: 'figure',
    pattern: `\\b${COUNT} (?:[a-z]{3,12} )?[a-z]{2,14}s\\b`,
    ignoreCase: true,
    weight: 0.6,
    example: 'The ferry made twelve crossings that day.',
  },
  {
    id: 'en-figure-share',
    lang: 'en',
    kind: 'figure',
    pattern:
      '\\b(?:majority|half|thirds?|quarters?|most|none|proportion|percentage|share|nearly all) of\\b|\\bat (?:least|most) (?:one|[0-9])',
    ignoreCase: true,
    weight: 0.7,
    example: 'Half of the wells in the county are dry.',
  },
  {
    id: 'en-date-calendar',
    lang: 'en',
    kind: 'date',
    pattern:
      '\\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.) [0-9]{1,4}\\b|\\b(?:in|since|by|until|after|before|from|of) (?:1[89]|20)[0-9]{2}\\b',
    weight: 0.7,
    example: 'The harbour closed on March 14.',
  },
  {
    id: 'en-date-relative',
    lang: 'en',
    kind: 'date',
    pattern:
      '\\b(?:last|next) (?:year|month|week|night|decade)\\b|\\byesterday\\b|\\b(?:years|months|weeks|decades|days) ago\\b',
    ignoreCase: true,
    weight: 0.4,
    example: 'The mill burned down last year.',
  },
  {
    id: 'en-source-said',
    lang: 'en',
    kind: 'source',
    pattern:
      '\\b(?:says|said|told|announces|announced|claims|claimed|reports that|reported|confirmed|denies|denied|warned|alleges|alleged|accused|argued|stated|revealed|admitted|insisted|testified|according to|twitted|tweeted that|promised|vowed|pledged)\\b',
    ignoreCase: true,
    weight: 0.9,
    example: 'The mayor denied that the report exists.',
  },
  {
    id: 'en-source-speaker',
    lang: 'en',
    kind: 'source',
    pattern: "^(?:RT @[A-Za-z0-9_]{1,20}: )?[A-Z][A-Za-z.'-]{1,20}(?: [A-Z][A-Za-z.'-]{1,20}){1,3}: ?[“\"]",
    weight: 1,
    example: 'Orla Finch: “The budget is sound.”',
  },
  {
    id: 'en-quotation-marks',
    lang: 'en',
    kind: 'quotation',
    pattern: '“[^”]{8,200}(?:”|$)|(?:^|[\\s(])"[^"]{8,200}(?:"|$)',
    weight: 0.4,
    example: '“The budget is sound and always was.”',
  },
  {
    id: 'en-quotation-named',
    lang: 'en',
    kind: 'quotation',
    pattern: '[”"]\\s{0,2}[-–—]{1,2}\\s?[A-Z][a-z]{1,20} [A-Z][a-z]{0,20}',
    weight: 1,
    example: '“The budget is sound.” — Orla Finch',
  },
  {
    id: 'en-superlative',
    lang: 'en',
    kind: 'superlative',
    pattern:
      '\\bthe (?:[a-z]{2,12}est|best|worst|most [a-z]{4,16}|least [a-z]{4,16}|only [a-z]{3,16})\\b|\\b(?:of all time|in history|on record|record[- ](?:high|low))\\b',
    ignoreCase: true,
    weight: 0.6,
    example: 'It is the oldest wooden bridge in the county.',
  },
  {
    id: 'en-causal',
    lang: 'en',
    kind: 'causal',
    pattern:
      '\\b(?:because|due to|caused|causes|led to|leads to|as a result|resulted in|thanks to|blamed on|responsible for|in response to|helped|killed|destroyed|destroy)\\b',
    ignoreCase: true,
    weight: 0.5,
    example: 'The harvest is late because of the floods.',
  },
  {
    id: 'en-comparative',
    lang: 'en',
    kind: 'comparative',
    pattern:
      '\\b(?:more|less|fewer|higher|lower|better|worse|larger|smaller|faster|slower|older|younger|greater) (?:[a-z]{2,14} )?than\\b|\\b(?:compared (?:to|with)|increased|decreased|rose|doubled|tripled|declined|more accurately)\\b',
    ignoreCase: true,
    weight: 0.6,
    example: 'Fewer ships than a year ago call at the port.',
  },
  {
    id: 'en-actor-office',
    lang: 'en',
    kind: 'actor',
    pattern:
      '\\b(?:President|Prime Minister|Senators?|Secretary|Ministers?|Governor|Mayor|Supreme Court|White House|Congress|Parliament|Ministry|government|administration|police|officials?|spokes(?:man|woman|person)|EU|NATO|UN|FBI|CIA)\\b',
    weight: 0.5,
    example: 'The Ministry sealed the warehouse.',
  },
  {
    id: 'en-actor-names',
    lang: 'en',
    kind: 'actor',
    pattern:
      '\\b[A-Z][a-z]{1,20} (?:[A-Z]\\. )?[A-Z][a-z]{1,20}\\b|\\b[A-Z][A-Za-z]{2,20}(?:, | and |, and )[A-Z][A-Za-z]{2,20}\\b',
    weight: 0.4,
    example: 'Orla Finch lives in Brackwater.',
  },
  {
    id: 'en-actor-act',
    lang: 'en',
    kind: 'actor',
    pattern:
      "\\b(?:signed|sued|banned|rejects|rejected|approved|agreed|merged|acquired|launched|seized|withdrew|formed|sold|resigned|voted|appointed|arrested|invaded|attacked|used|fired|won['’]t hear|will not hear|is connected to|was born|lives in|is known as|also known as|funded|paid|sent)\\b",
    ignoreCase: true,
    weight: 0.6,
    example: 'Brackwater Mills and Tarn Foods merged.',
  },
  {
    id: 'en-against-question',
    lang: 'en',
    kind: 'against',
    pattern: '\\?["”)\\s]{0,3}(?:https?://\\S{1,80}\\s{0,2}){0,3}$',
    weight: -0.8,
    example: 'Is the budget sound?',
  },
  {
    id: 'en-against-request',
    lang: 'en',
    kind: 'against',
    pattern:
      '^(?:@[A-Za-z0-9_]{1,30} ){0,8}(?:click|try|see|read|use|make sure|please|thanks?|thank you|welcome|be sure|check out|take|hold|add|share|happy|congrats|let\\b|for example)',
    ignoreCase: true,
    weight: -1,
    example: 'Please read the full report.',
  },
  {
    id: 'en-against-personal',
    lang: 'en',
    kind: 'against',
    pattern: "\\b(?:I|I'm|I've|I'll|I’m|I’ve|me|my|myself)\\b",
    weight: -0.7,
    example: 'I walked three miles along my favourite canal.',
  },
  {
    id: 'en-against-opinion',
    lang: 'en',
    kind: 'against',
    pattern:
      '\\b(?:should|ought to|hope|hopefully|maybe|perhaps|I think|I guess|imho|would vote|could|if only|lol|lmao|wish)\\b',
    ignoreCase: true,
    weight: -0.5,
    example: 'Perhaps the council should resign.',
  },
  {
    id: 'en-against-condition',
    lang: 'en',
    kind: 'against',
    pattern: '^(?:@[A-Za-z0-9_]{1,30} ){0,8}(?:if|even if|assuming|suppose)\\b',
    ignoreCase: true,
    weight: -0.6,
    example: 'If the dam breaks, the mill is lost.',
  },
  {
    id: 'en-against-manual',
    lang: 'en',
    kind: 'against',
    pattern: '\\b(?:you|your|you’ll|click|dropdown|settings|annotations?|parameters?)\\b',
    ignoreCase: true,
    weight: -0.5,
    example: 'You can change the colours in the settings.',
  },
  {
    id: 'en-against-heading',
    lang: 'en',
    kind: 'against',
    pattern: '^(?:\\S{1,24}[ \\t]{1,2}){0,3}\\S{1,24}$|\\t|^\\s{0,3}(?:```|#{1,6} )|\\bRFC ?[0-9]',
    weight: -0.5,
    example: 'Part Two: The Harbour',
  },
]);
