import { fail } from '../result.ts';

/** Why a text is no date for this product; one code per thing the writer can do about it. */
export type DateProblemCode =
  | 'empty'
  | 'too-long'
  | 'unreadable'
  | 'ambiguous'
  | 'too-vague'
  | 'no-such-day'
  | 'no-such-month'
  | 'year-out-of-range'
  | 'backwards'
  | 'season'
  | 'unknown-end';

/**
 * A refused date: a sentence for the person who wrote it, and what they may have meant. Each suggestion is a text
 * that is accepted by the function that refused.
 */
export interface DateProblem {
  readonly code: DateProblemCode;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** The years this product keeps; four digits outside of them are nearly always a typing error. */
export const FIRST_YEAR = 1900;
/** See `FIRST_YEAR`. */
export const LAST_YEAR = 2199;

/** A refusal as a result value. */
export function refused(
  code: DateProblemCode,
  message: string,
  suggestions: readonly string[] = [],
): ReturnType<typeof fail<DateProblem>> {
  return fail({ code, message, suggestions });
}
