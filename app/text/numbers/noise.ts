const NOISE: readonly RegExp[] = [
  /(?:https?:\/\/|pic\.twitter\.com\/)[^\s「」（）()、。]+/giu,
  /[@#＠＃][\p{L}\p{N}_]+(?:[(（]\d+[)）])?/gu,
  // Time codes of a film: (1:07:20), 12:30.
  /[([（]?\b\d{1,2}:\d{2}(?::\d{2})?\b[)\]）]?/gu,
  // Names with a number in them: COVID-19, MiG-31, G7, F16.
  /(?<![\p{L}\p{N}])(?!US\d|USD|JPY|EUR|GBP|CNY|RMB|RUB)[A-Za-z]{1,10}-?\d[\dA-Za-z-]*(?![\dA-Za-z-]|[.,/]\d)/gu,
  // Keycaps that number a list.
  /[\d#*]\ufe0f?\u20e3/gu,
];

/** A text with blanks where digits mean nothing: addresses, handles, hashtags, time codes, keycaps. As long as before. */
export function withoutNoise(text: string): string {
  return NOISE.reduce((rest, pattern) => rest.replace(pattern, (found) => ' '.repeat(found.length)), text);
}
