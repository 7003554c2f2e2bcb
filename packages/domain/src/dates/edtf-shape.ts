import type { CivilDay } from './civil-day.ts';
import type { PointPrecision } from './edtf-point.ts';
import type { DateRange } from './edtf-range.ts';

/** What kind of knowledge a date is: a point of some width, an interval that lasts, or one of several. */
export type DatePrecision = PointPrecision | 'interval' | 'one-of';

/** A parsed date: frozen, and one object for equal texts as long as the cache holds it. */
export interface EdtfDate {
  /** Canonical EDTF. */
  readonly text: string;
  readonly precision: DatePrecision;
  /** First day the text allows; null = unbounded ('not after'). */
  readonly earliest: CivilDay | null;
  /** Last day the text allows; null = unbounded ('not before'). */
  readonly latest: CivilDay | null;
  /** Any part is 'about'. */
  readonly isApproximate: boolean;
  /** Any part is 'uncertain'. */
  readonly isUncertain: boolean;
  readonly isOpenStart: boolean;
  readonly isOpenEnd: boolean;
  /** One stretch, or for 'one of' all the stretches in order. */
  readonly members: readonly DateRange[];
}
