/**
 * A *mutation* is what a client asks for: a few operations that are accepted together, as one change, or
 * refused together. It names, for each scalar field, the value seen and the value wanted, so that the
 * server can tell an edit of the present from an edit of the past (SPEC P1, P2).
 */
import {
  claim,
  definitionOf,
  fail,
  fieldOf,
  isRecordId,
  isSafeText,
  isSetField,
  ok,
  parseValue,
  RECORD_TYPES,
  type ErrorBody,
  type FieldValue,
  type Problem,
  type RecordType,
  type Result,
} from '@stationkeeper/domain';
import * as v from 'valibot';
import { atMost, boundedProblems, problemsOf } from './problems.ts';

/** Operations in one mutation, at most: a mutation is one thought of one person; larger work is many mutations with one group. */
export const MAX_OPS = 200;
/** Mutations in one push, at most. */
export const MAX_MUTATIONS_PER_PUSH = 100;
/** Bytes of one push message, at most; the socket refuses larger ones. */
export const MAX_PUSH_BYTES = 1_000_000;
/** Fields that one operation names, at most: some times as many as any record has. */
export const MAX_FIELDS = 60;
/** UTF-16 code units of a reason, at most. */
export const MAX_REASON_LENGTH = 2_000;

/** `<clientId>:<counter>`: counters of one client are dense and start at 1. */
export type MutationId = `${string}:${number}`;

/** A scalar field: the value seen, and the value wanted. */
export interface ScalarEdit {
  readonly from: FieldValue;
  readonly to: FieldValue;
}
/** A set field: what to add and what to remove. */
export interface SetEdit {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}
/** What is to be done to one field. */
export type Edit = ScalarEdit | SetEdit;

/** Makes a record; fields not named hold their initial value. */
export interface CreateOp {
  readonly op: 'create';
  readonly type: RecordType;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}
/** Edits fields of a record. */
export interface UpdateOp {
  readonly op: 'update';
  readonly type: RecordType;
  readonly id: string;
  readonly edits: Readonly<Record<string, Edit>>;
}
/** Deletes a record with all it owns, or restores just those. */
export interface LifeOp {
  readonly op: 'delete' | 'restore';
  readonly type: RecordType;
  readonly id: string;
}
/** One operation. */
export type Op = CreateOp | UpdateOp | LifeOp;

/** What a client asks for. */
export interface Mutation {
  readonly id: MutationId;
  /** Mutations of one act (a paste, an import, one undo step) share a group, a UUID. */
  readonly groupId: string | null;
  readonly reason: string | null;
  /** The change that this one takes back, by seq. */
  readonly undoes: number | null;
  readonly ops: readonly Op[];
}

/** True for an edit of a set field. */
export function isSetEdit(edit: Edit): edit is SetEdit {
  return 'add' in edit;
}

/** The two parts of a mutation id. */
export function splitMutationId(id: MutationId): { clientId: string; counter: number } {
  const cut = id.lastIndexOf(':');
  return { clientId: id.slice(0, cut), counter: Number(id.slice(cut + 1)) };
}

/** Puts a mutation id together. */
export function mutationId(clientId: string, counter: number): MutationId {
  return `${clientId}:${counter}`;
}

const uuid = v.custom<string>(isRecordId, 'must be a UUID');
const type = v.picklist(RECORD_TYPES, 'is not a record type');
const texts = v.pipe(v.array(v.string()), v.maxLength(500));
const edit = v.union([
  v.strictObject({ from: v.unknown(), to: v.unknown() }),
  v.strictObject({ add: texts, remove: texts }),
]);
const op = v.variant('op', [
  v.strictObject({
    op: v.literal('create'),
    type,
    id: uuid,
    fields: v.pipe(atMost(MAX_FIELDS), v.record(v.string(), v.unknown())),
  }),
  v.strictObject({
    op: v.literal('update'),
    type,
    id: uuid,
    edits: v.pipe(atMost(MAX_FIELDS), v.record(v.string(), edit)),
  }),
  v.strictObject({ op: v.picklist(['delete', 'restore']), type, id: uuid }),
]);
const envelope = v.strictObject({
  id: v.custom<MutationId>(isMutationId, 'must be <client id>:<counter>'),
  groupId: v.nullable(uuid),
  reason: v.nullable(
    v.pipe(v.string(), v.maxLength(MAX_REASON_LENGTH), v.check(isSafeText, 'holds control characters')),
  ),
  undoes: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  ops: v.pipe(v.array(op), v.minLength(1), v.maxLength(MAX_OPS)),
});

/** True for `<UUID>:<counter from 1>`. */
export function isMutationId(text: unknown): text is MutationId {
  if (typeof text !== 'string') return false;
  const cut = text.lastIndexOf(':');
  return isRecordId(text.slice(0, cut)) && /^[1-9]\d{0,14}$/.test(text.slice(cut + 1));
}

/**
 * Reads a mutation from outside and brings each value to its canonical form (SPEC P6). The first problems
 * are listed: `malformed` where the envelope is wrong, `invalid-value` where a field's value is.
 */
export function parseMutation(input: unknown): Result<Mutation, ErrorBody> {
  const parsed = v.safeParse(envelope, input);
  if (!parsed.success) {
    return fail({
      code: 'malformed',
      message: 'The edit is not in a form that this server reads.',
      details: { problems: problemsOf(parsed.issues) },
    });
  }
  const found: Problem[] = [];
  const ops = parsed.output.ops.map((raw, index) => parseOp(raw as Op, `ops.${String(index)}`, found));
  if (found.length > 0) {
    const problems = boundedProblems(found);
    const message = problems
      .map((problem) => `${problem.path.split('.').at(-1) ?? ''} ${problem.message}`)
      .join('; ');
    return fail({
      code: 'invalid-value',
      message: `Nothing was changed: ${message}.`,
      details: { problems },
    });
  }
  return ok({ ...parsed.output, ops });
}

function parseOp(raw: Op, path: string, problems: Problem[]): Op {
  switch (raw.op) {
    case 'create':
      return { ...raw, fields: parseFields(raw, path, problems) };
    case 'update':
      return { ...raw, edits: parseEdits(raw, path, problems) };
    default:
      return raw;
  }
}

function parseFields(raw: CreateOp, path: string, problems: Problem[]): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  const required = Object.entries(definitionOf(raw.type).fields)
    .filter(
      ([name, field]) => field.isRequired && field.kind !== 'choice' && !Object.hasOwn(raw.fields, name),
    )
    .map(([name]) => name);
  for (const name of required) problems.push({ path: `${path}.fields.${name}`, message: 'must be stated' });
  for (const [name, value] of Object.entries(raw.fields)) {
    const place = { type: raw.type, name, path: `${path}.fields.${name}` };
    const parsed = parseField(place, value, problems);
    if (parsed !== undefined) fields[name] = parsed;
  }
  return fields;
}

function parseEdits(raw: UpdateOp, path: string, problems: Problem[]): Record<string, Edit> {
  const edits: Record<string, Edit> = {};
  for (const [name, given] of Object.entries(raw.edits)) {
    const at = `${path}.edits.${name}`;
    const field = fieldOf(raw.type, name);
    if (!field) problems.push({ path: at, message: `is no field of a ${raw.type}` });
    else if (field.isFixed) problems.push({ path: at, message: 'is set once, on creation' });
    else if (isSetField(field) !== isSetEdit(given))
      problems.push({ path: at, message: 'is not the edit that this kind of field takes' });
    else edits[name] = parseEdit({ type: raw.type, name, path: at }, given, problems);
  }
  return edits;
}

/** Where a value stands in the mutation, for messages. */
interface Place {
  readonly type: RecordType;
  readonly name: string;
  readonly path: string;
}

function parseEdit(place: Place, given: Edit, problems: Problem[]): Edit {
  const read = (value: FieldValue) => parseField(place, value, problems) ?? null;
  if (isSetEdit(given)) {
    return { add: read(given.add) as readonly string[], remove: read(given.remove) as readonly string[] };
  }
  return { from: parseSeen(place, given.from, problems), to: read(given.to) };
}

/** Any value that some field could hold: a claim is exactly that. */
const anyValue = claim('Value');

/**
 * What the writer had seen. It is compared and never stored as a value, so one that the field no longer takes is
 * let through: it must still be replaceable. But it is kept in refusals and sent back, so its size has a limit.
 */
function parseSeen({ type, name, path }: Place, from: FieldValue, problems: Problem[]): FieldValue {
  const field = fieldOf(type, name);
  const canonical = field ? parseValue(field, from, path) : null;
  if (canonical?.ok) return canonical.value;
  const any = parseValue(anyValue, from, path);
  if (any.ok) return any.value;
  problems.push(...any.error);
  return null;
}

function parseField(place: Place, value: unknown, problems: Problem[]): FieldValue | undefined {
  const { type, name, path } = place;
  const field = fieldOf(type, name);
  if (!field) {
    problems.push({ path, message: `is no field of a ${type}` });
    return undefined;
  }
  const parsed = parseValue(field, value, path);
  if (parsed.ok) return parsed.value;
  problems.push(...parsed.error);
  return undefined;
}
