/** Data of worked examples that have been published, as numbers; who published them stands with each. */

/** Cohen 1960, p. 45 (200 people, two diagnosticians, three diagnoses), as counts. */
export const COHEN_1960 = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];

/** Agresti, Categorical Data Analysis, 2nd edition 2002, table 10.8: carcinoma by two pathologists, 118 slides. */
export const AGRESTI_2002 = [
  [22, 2, 2, 0],
  [5, 7, 14, 0],
  [0, 2, 36, 0],
  [0, 1, 17, 10],
];

/** Fleiss 1971, table 1: 30 patients, six psychiatrists, five diagnoses. One row a patient, one number a psychiatrist. */
export const FLEISS_1971 = [
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555',
  '144444 124444 222333 144444 224445 333335 111455 111112 224444 133555',
  '555555 244444 224555 114444 144445 222224 111155 224444 133333 555555',
].flatMap((line) => line.split(' ').map((patient) => [...patient].map(Number)));

/** Krippendorff 2011, section C: four observers, twelve units, a dot where an observer has no value. */
export const KRIPPENDORFF_2011 = rows('11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.');

/** Krippendorff 2011, section A: Jon and Han, ten binary values. */
export const KRIPPENDORFF_2011_BINARY = rows('01 11 01 00 00 01 00 10 00 00');

/** Krippendorff 2011, section B: Ben and Gerry, twelve nominal values, a to e. */
export const KRIPPENDORFF_2011_NOMINAL = 'ab aa bb bb db cc cc cc ee dd dd ad'
  .split(' ')
  .map((unit) => [...unit]);

/** Krippendorff, Content Analysis, 2004, section 11.3: twelve nominal values, a to c. */
export const KRIPPENDORFF_2004 = 'aa ab bb bb bb bb bc cc cc cc cc cc'.split(' ').map((unit) => [...unit]);

/** Hayes and Krippendorff 2007, table 1: five observers, forty newspaper articles, tone 0 to 3. */
export const HAYES_KRIPPENDORFF_2007 = rows(
  [
    '112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111.',
    '.100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101. 000.0',
    '0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2',
    '110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1',
  ].join(' '),
);

function rows(text: string): (number | null)[][] {
  return text.split(' ').map((unit) => [...unit].map((value) => (value === '.' ? null : Number(value))));
}
