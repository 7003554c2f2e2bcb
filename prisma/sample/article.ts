/**
 * The article that the sample workspace is taken from, and the documents behind its notes.
 *
 * A fact for which the article gives a note is cited twice: to the document behind the note, with the note's number as
 * locator, and to the article itself, with its paragraph and a few of its words. A fact without a note cites the article.
 */
import type { Cite } from './build.ts';

/** Key of the article's own source record. */
export const ARTICLE = 'csis-article';

/* Paragraphs, counted within each section of the article. */
export const TITLE = 'title';
export const INTRO_1 = 'Introduction, para. 1';
export const INTRO_2 = 'Introduction, para. 2';
export const INTRO_3 = 'Introduction, para. 3';
export const INTRO_4 = 'Introduction, para. 4';
export const INTRO_5 = 'Introduction, para. 5';
export const RUSSIA_CHINA_1 = 'Russian and Chinese Collaboration, para. 1';
export const RUSSIA_CHINA_2 = 'Russian and Chinese Collaboration, para. 2';
export const RUSSIA_CHINA_3 = 'Russian and Chinese Collaboration, para. 3';
export const SHIFT_1 = 'A Shift from Government to Commercial Partnerships, para. 1';
export const SHIFT_2 = 'A Shift from Government to Commercial Partnerships, para. 2';
export const SHIFT_3 = 'A Shift from Government to Commercial Partnerships, para. 3';
export const SHIFT_4 = 'A Shift from Government to Commercial Partnerships, para. 4';
export const POLICY_1 = 'Policy and Regulatory Questions Remain, para. 1';
export const POLICY_2 = 'Policy and Regulatory Questions Remain, para. 2';
export const POLICY_3 = 'Policy and Regulatory Questions Remain, para. 3';
export const POLICY_4 = 'Policy and Regulatory Questions Remain, para. 4';
export const CONCLUSION_1 = 'Conclusion, para. 1';
export const CONCLUSION_2 = 'Conclusion, para. 2';

/** Note of the article -> key of the source record behind it. Notes 4, 8, 18 and 22 repeat 3, 6, 15 and 20. */
export const SOURCE_OF_NOTE: Readonly<Record<number, string>> = {
  1: 'reagan-1984',
  2: 'myers-canada',
  3: 'dlr-story',
  4: 'dlr-story',
  5: 'esa-legal-framework',
  6: 'iss-national-lab-timeline',
  7: 'nasa-mobile-servicing-system',
  8: 'iss-national-lab-timeline',
  9: 'nasa-expeditions',
  10: 'nasa-transition-report',
  11: 'nasa-commercial-stations',
  12: 'nasa-adjusts-agreements',
  13: 'state-department-iga',
  14: 'tass-2028',
  15: 'npr-virts',
  16: 'reuters-soyuz',
  17: 'grunert-future',
  18: 'npr-virts',
  19: 'planetary-society-tiangong',
  20: 'spacenews-beyond-iss',
  21: 'payload-tiangong-doors',
  22: 'spacenews-beyond-iss',
  23: 'dittmar-testimony',
  24: 'nasa-selects-axiom',
  25: 'thales-alenia-who-we-are',
  26: 'axiom-boryung-release',
  27: 'axiom-bavaria-release',
  28: 'forbes-starlab',
  29: 'nasa-models',
  30: 'executive-order-2025',
  31: 'public-law-112-10',
  32: 'ap-far-side',
};

/** A place in the article, with a few of its words. */
export function article(locator: string, quote: string): Cite {
  return { source: ARTICLE, locator, quote };
}

/** The document behind a note; the note's number is the locator. */
export function note(number: number): Cite {
  const source = SOURCE_OF_NOTE[number];
  if (source === undefined) throw new Error(`the article has no note ${String(number)}`);
  return { source, locator: `note ${String(number)}` };
}
