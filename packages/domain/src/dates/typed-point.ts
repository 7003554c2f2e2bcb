/*
 * A single date as people type it -> EDTF text: `Q3 2027`, `second half of 2028`, `November 1998`, `Jan 12, 2024`, `c. 2030`.
 * Rewriting only: whether the date exists is for the EDTF parser to say. Input is lower case with single blanks.
 */

type Rewrite = readonly [RegExp, (groups: readonly string[]) => string | null];

/** Matches the English month names in full and as three or four letters. */
export const MONTH_WORD =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH_KEYS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;
const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;
const ORDINAL_WORD = '(first|second|third|fourth|1st|2nd|3rd|4th)';

const ABOUT = /^(?:about|around|circa|ca?\.?|approx\.?|approximately|roughly|~) ?(?=[\da-z])/;
const UNCERTAIN = / ?(?:\(uncertain\)|\?)$/;

const REWRITES: readonly Rewrite[] = [
  [/^(?:the )?(\d{3})0'?s$/, ([decade = '']) => `${decade}X`],
  [/^(\d{3})x$/, ([decade = '']) => `${decade}X`],
  [/^q([1-4])[ -]?(\d{4})$/, ([quarter = '', year = '']) => quarterText(year, quarter)],
  [/^(\d{4})[ -]?q([1-4])$/, ([year = '', quarter = '']) => quarterText(year, quarter)],
  [/^([1-4])q[ -]?(\d{4})$/, ([quarter = '', year = '']) => quarterText(year, quarter)],
  [/^h([12])[ -]?(\d{4})$/, ([half = '', year = '']) => halfText(year, half)],
  [/^(\d{4})[ -]?h([12])$/, ([year = '', half = '']) => halfText(year, half)],
  [/^([12])h[ -]?(\d{4})$/, ([half = '', year = '']) => halfText(year, half)],
  [
    new RegExp(`^(?:the )?${ORDINAL_WORD} quarter(?: of|,)? (\\d{4})$`),
    ([ordinal = '', year = '']) => quarterText(year, ordinalNumber(ordinal)),
  ],
  [
    new RegExp(`^(?:the )?${ORDINAL_WORD} half(?: of|,)? (\\d{4})$`),
    ([ordinal = '', year = '']) => halfText(year, ordinalNumber(ordinal)),
  ],
  [
    new RegExp(`^${MONTH_WORD}\\.?,?[ -](\\d{4})$`),
    ([month = '', year = '']) => `${year}-${monthText(month)}`,
  ],
  [new RegExp(`^(\\d{4}) ${MONTH_WORD}$`), ([year = '', month = '']) => `${year}-${monthText(month)}`],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${MONTH_WORD}\\.?,?[ -](\\d{4})$`),
    ([day = '', month = '', year = '']) => dayText(year, monthText(month), day),
  ],
  [
    new RegExp(`^${MONTH_WORD}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`),
    ([month = '', day = '', year = '']) => dayText(year, monthText(month), day),
  ],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([year = '', month = '', day = '']) => dayText(year, month, day)],
];

/** The EDTF text of one typed date; text in no known form comes back in capitals, for the EDTF parser to judge. */
export function typedPointText(typed: string): string {
  const isUncertain = UNCERTAIN.test(typed);
  const certain = typed.replace(UNCERTAIN, '');
  const isAbout = ABOUT.test(certain);
  const bare = certain.replace(ABOUT, '').replace(/^the year /, '');
  return `${rewritten(bare)}${qualifier(isAbout, isUncertain)}`;
}

function rewritten(text: string): string {
  for (const [pattern, toEdtf] of REWRITES) {
    const edtf = toEdtfIfMatching(pattern, toEdtf, text);
    if (edtf !== null) return edtf;
  }
  return text.toUpperCase();
}

function toEdtfIfMatching(pattern: RegExp, toEdtf: Rewrite[1], text: string): string | null {
  const match = pattern.exec(text);
  return match === null ? null : toEdtf(match.slice(1));
}

function qualifier(isAbout: boolean, isUncertain: boolean): string {
  if (isAbout) return isUncertain ? '%' : '~';
  return isUncertain ? '?' : '';
}

function quarterText(year: string, quarter: string): string {
  return `${year}-${32 + Number(quarter)}`;
}

function halfText(year: string, half: string): string | null {
  return half === '1' || half === '2' ? `${year}-${39 + Number(half)}` : null;
}

function dayText(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function monthText(word: string): string {
  const index = MONTH_KEYS.findIndex((key) => word.startsWith(key));
  return String(index + 1).padStart(2, '0');
}

function ordinalNumber(word: string): string {
  const index = ORDINALS.findIndex((ordinal) => ordinal === word);
  return index >= 0 ? String(index + 1) : word.charAt(0);
}
