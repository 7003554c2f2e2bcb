/**
 * Reading what a request brought: one schema per body, strict about unknown fields, and every problem
 * reported at once with the path of its field.
 */
import { AppError } from '@stationkeeper/domain/errors';
import type { Problem } from '@stationkeeper/domain/errors';
import * as v from 'valibot';

/** The form of a value that a body schema checks. */
type Schema = v.GenericSchema;

function pathOf(issue: v.BaseIssue<unknown>): string {
  return issue.path?.map((item) => String(item.key)).join('.') ?? '';
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object' || issue.path === undefined) return issue.message;
  return issue.expected === 'never' ? 'There is no such field.' : 'This field is needed.';
}

/** What fits none of several forms is told what each of them would have needed. */
function toProblems(issue: v.BaseIssue<unknown>): Problem[] {
  if (issue.issues) return issue.issues.flatMap(toProblems);
  return [{ path: pathOf(issue), message: messageOf(issue) }];
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The body as its schema describes it.
 *
 * @throws AppError `malformed` when it is no JSON object, `invalid-value` with all problems otherwise.
 */
export function parseBody<S extends Schema>(schema: S, body: unknown): v.InferOutput<S> {
  if (!isRecord(body)) {
    throw new AppError('malformed', 'A JSON object is expected as the body (content type application/json).');
  }
  return parse(schema, body, 'The request was refused; nothing was changed. See the fields named below.');
}

/** The query of an address as its schema describes it; refused like a body. */
export function parseQuery<S extends Schema>(schema: S, query: unknown): v.InferOutput<S> {
  return parse(schema, query, 'The address has parameters that are not allowed.');
}

function parse<S extends Schema>(schema: S, input: unknown, message: string): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new AppError('invalid-value', message, { details: { problems: result.issues.flatMap(toProblems) } });
}

/** True for the form ids have; whatever else stands in an address names nothing. */
export function isUuid(text: string): boolean {
  return v.is(v.pipe(v.string(), v.uuid()), text);
}
