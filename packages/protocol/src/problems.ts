/** What is wrong with an input from outside, cut to a size that can be kept and sent back (SPEC P6). */
import type { Problem } from '@stationkeeper/domain';
import * as v from 'valibot';

/** Problems named in one refusal, at most: garbage can hold any number of them. */
export const MAX_PROBLEMS = 20;
/** UTF-16 code units of a problem's path and of its message, at most: both can quote the input. */
const MAX_PROBLEM_LENGTH = 200;

/** The first problems, each cut to its length. */
export function boundedProblems(problems: readonly Problem[]): Problem[] {
  const cut = (text: string) =>
    text.length <= MAX_PROBLEM_LENGTH ? text : `${text.slice(0, MAX_PROBLEM_LENGTH - 1)}…`;
  return problems
    .slice(0, MAX_PROBLEMS)
    .map(({ path, message }) => ({ path: cut(path), message: cut(message) }));
}

/** The first issues of a schema as problems. */
export function problemsOf(issues: readonly v.BaseIssue<unknown>[]): Problem[] {
  return boundedProblems(
    issues
      .slice(0, MAX_PROBLEMS)
      .map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message })),
  );
}

/** An object of at most `most` entries, counted before any of them is read. */
export function atMost(most: number): v.GenericSchema<unknown, Record<string, unknown>> {
  return v.custom<Record<string, unknown>>(
    (input) =>
      typeof input === 'object' &&
      input !== null &&
      !Array.isArray(input) &&
      Object.keys(input).length <= most,
    `must be an object of at most ${String(most)} entries`,
  );
}
