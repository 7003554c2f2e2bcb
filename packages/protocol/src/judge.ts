/**
 * The verdict on one mutation, as a pure function: the server passes it under the lock, the browser uses
 * the same function to show an edit before the server has spoken (SPEC V1 to V8).
 *
 *   accepted   what really changes, as patches (none where everything was so already)
 *   conflict   some scalar field holds neither the value seen nor the value wanted: all of them are listed
 *   rejected   for a typed reason; nothing of the mutation is done
 */
import {
  definitionOf,
  elementsOfRefs,
  fieldOf,
  MAX_SET_SIZE,
  ownerIdOf,
  recordProblems,
  sameValue,
  unreachable,
  type AnyRecord,
  type ErrorBody,
  type ErrorDetails,
  type ErrorCode,
  type FieldValue,
} from '@stationkeeper/domain';
import { applyPatch, elementsOf, type Patch } from './change.ts';
import {
  isSetEdit,
  type CreateOp,
  type Edit,
  type LifeOp,
  type Mutation,
  type Op,
  type ScalarEdit,
  type SetEdit,
  type UpdateOp,
} from './mutation.ts';
import { DraftView, type RecordView } from './record-view.ts';

/** A field that somebody else has set meanwhile. Both values are kept until a person chooses. */
export interface Conflict {
  readonly recordId: string;
  readonly field: string;
  /** What the writer had seen. */
  readonly seen: FieldValue;
  /** What the writer wants. */
  readonly wanted: FieldValue;
  /** What stands now. */
  readonly present: FieldValue;
  /** Who made it so and when; added by the server, which has the log. */
  readonly by?: { readonly actor: string; readonly at: number; readonly seq: number };
}

/** Fields that one conflict lists, at most: as many as there can be operations, each on a field of its own. */
export const MAX_CONFLICTS = 200;
/** UTF-16 code units of present values that one conflict lists, at most: they are the answer's own, not the mutation's. */
export const MAX_CONFLICT_LENGTH = 100_000;

/** What becomes of a mutation. */
export type Judgement =
  | { readonly status: 'accepted'; readonly patches: readonly Patch[] }
  | { readonly status: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly status: 'rejected'; readonly error: ErrorBody };

/** What the judge must be told beside the records. */
export interface JudgeContext {
  /** The number that the change would get; deletions are marked with it. */
  readonly seq: number;
  /** Whether the writer may do this to the record (undefined for a creation); by default yes. */
  readonly mayDo?: (op: Op, record: AnyRecord | undefined) => boolean;
  /** Whether a user id names a member; by default yes. */
  readonly isMember?: (userId: string) => boolean;
}

class Refusal extends Error {
  readonly body: ErrorBody;

  constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(message);
    this.body = { code, message, details };
  }
}

/**
 * Judges a mutation against `view`. When it is accepted, `draft`, if given, receives the records as the
 * patches leave them, for the mutations that follow in the same batch.
 */
export function judge(
  view: RecordView,
  mutation: Mutation,
  context: JudgeContext,
  draft?: DraftView,
): Judgement {
  const own = new DraftView(view);
  const patches: Patch[] = [];
  const conflicts: Conflicts = new Map();
  try {
    for (const op of mutation.ops) {
      for (const patch of patchesFor(own, op, context, conflicts)) {
        patches.push(patch);
        own.put(applyPatch(own.get(patch.id), patch, context.seq));
      }
    }
    if (conflicts.size > 0) return conflictVerdict([...conflicts.values()]);
    checkTakenBack(own, mutation, patches);
    checkTouched(own, patches, context);
  } catch (error) {
    if (error instanceof Refusal) return { status: 'rejected', error: error.body };
    throw error;
  }
  if (draft) own.mergeInto(draft);
  return { status: 'accepted', patches };
}

/** By record and field. */
type Conflicts = Map<string, Conflict>;

/** A field that the mutation sets more than once conflicts once: with what was seen first and is wanted last. */
function addConflict(conflicts: Conflicts, conflict: Conflict): void {
  const key = `${conflict.recordId}.${conflict.field}`;
  const { seen } = conflicts.get(key) ?? conflict;
  conflicts.set(key, { ...conflict, seen });
}

/** The conflicts, or a rejection where they would be too long an answer (SPEC V4). */
function conflictVerdict(conflicts: readonly Conflict[]): Judgement {
  const length = conflicts.reduce((sum, { present }) => sum + JSON.stringify(present).length, 0);
  if (conflicts.length <= MAX_CONFLICTS && length <= MAX_CONFLICT_LENGTH)
    return { status: 'conflict', conflicts };
  const message = 'Too much of what this edit sets has been changed meanwhile; make it in smaller steps.';
  return {
    status: 'rejected',
    error: { code: 'too-large', message, details: { limit: MAX_CONFLICTS } },
  };
}

function patchesFor(view: RecordView, op: Op, context: JudgeContext, conflicts: Conflicts): Patch[] {
  if (context.mayDo && !context.mayDo(op, view.get(op.id))) {
    throw new Refusal('forbidden', 'Your role does not allow this edit.', { recordId: op.id });
  }
  switch (op.op) {
    case 'create':
      return create(view, op);
    case 'update':
      return update(view, op, conflicts);
    case 'delete':
      return remove(view, op);
    case 'restore':
      return restore(view, op);
    default:
      return unreachable(op);
  }
}

function create(view: RecordView, op: CreateOp): Patch[] {
  if (view.get(op.id))
    throw new Refusal('record-exists', 'A record with this id is there already.', { recordId: op.id });
  return [{ op: 'create', type: op.type, id: op.id, fields: op.fields }];
}

function update(view: RecordView, op: UpdateOp, conflicts: Conflicts): Patch[] {
  const record = live(view, op);
  const edits: Record<string, Edit> = {};
  for (const [name, edit] of Object.entries(op.edits)) {
    const present = record.fields[name] ?? null;
    const real = isSetEdit(edit) ? realSetEdit(present, edit) : realScalarEdit(present, edit);
    if (real === 'conflict') addConflict(conflicts, conflictOf(op.id, name, present, edit));
    else if (real) edits[name] = real;
  }
  return Object.keys(edits).length === 0 ? [] : [{ op: 'update', type: op.type, id: op.id, edits }];
}

/** Compare and set: the present must be what the writer saw, or already what the writer wants (SPEC V2). */
function realScalarEdit(present: FieldValue, edit: ScalarEdit): ScalarEdit | 'conflict' | null {
  if (sameValue(present, edit.to)) return null;
  return sameValue(present, edit.from) ? { from: present, to: edit.to } : 'conflict';
}

function conflictOf(recordId: string, field: string, present: FieldValue, edit: Edit): Conflict {
  const { from, to } = isSetEdit(edit) ? { from: null, to: null } : edit;
  return { recordId, field, seen: from, wanted: to, present };
}

/** Only what is not there is added, only what is there is removed; adding wins over removing the same (SPEC V3). */
function realSetEdit(present: FieldValue, edit: SetEdit): SetEdit | null {
  const there = new Set(elementsOf(present));
  const adding = new Set(edit.add);
  const add = [...adding].filter((element) => !there.has(element));
  const remove = [...new Set(edit.remove)].filter((element) => there.has(element) && !adding.has(element));
  return add.length + remove.length === 0 ? null : { add, remove };
}

/** The record and, depth first, all live ones that it owns (SPEC D1). */
function remove(view: RecordView, op: LifeOp): Patch[] {
  const record = existing(view, op);
  if (record.deletedSeq !== null) return [];
  const patches: Patch[] = [{ op: 'delete', type: record.type, id: record.id }];
  for (const child of view.childrenOf(record.id)) {
    if (child.deletedSeq === null)
      patches.push(...remove(view, { op: 'delete', type: child.type, id: child.id }));
  }
  return patches;
}

/** Exactly those that went in the same deletion (SPEC D2). */
function restore(view: RecordView, op: LifeOp): Patch[] {
  const record = existing(view, op);
  if (record.deletedSeq === null) return [];
  return restoreTree(view, record, record.deletedSeq);
}

function restoreTree(view: RecordView, record: AnyRecord, deletedSeq: number): Patch[] {
  const patches: Patch[] = [{ op: 'restore', type: record.type, id: record.id, deletedSeq }];
  for (const child of view.childrenOf(record.id)) {
    if (child.deletedSeq === deletedSeq) patches.push(...restoreTree(view, child, deletedSeq));
  }
  return patches;
}

function existing(view: RecordView, op: Op): AnyRecord {
  const record = view.get(op.id);
  if (record?.type !== op.type) {
    throw new Refusal('not-found', `There is no such ${definitionOf(op.type).label.toLowerCase()}.`, {
      recordId: op.id,
    });
  }
  return record;
}

function live(view: RecordView, op: Op): AnyRecord {
  const record = existing(view, op);
  if (record.deletedSeq === null) return record;
  throw new Refusal('record-deleted', 'The record is deleted; restore it to go on editing.', {
    recordId: op.id,
  });
}

/** Taking back deletes what the change itself had made, never what was put below it since (SPEC U3). */
function checkTakenBack(view: RecordView, { undoes, ops }: Mutation, patches: readonly Patch[]): void {
  if (undoes === null) return;
  const named = new Set(ops.map(({ id }) => id));
  const since = patches.find(({ op, id }) => op === 'delete' && !named.has(id));
  const record = view.get(since?.id ?? '');
  const owner = record && view.get(ownerIdOf(record) ?? '');
  if (!owner) return;
  const label = definitionOf(owner.type).label.toLowerCase();
  throw new Refusal(
    'conflict',
    `Nothing was taken back: something has been added to the ${label} since. Delete the ${label} itself if all of it is to go.`,
    { recordId: owner.id },
  );
}

/** What must hold once all operations are done: new references lead to live records of a right type, records hold together (SPEC V7). */
function checkTouched(view: RecordView, patches: readonly Patch[], context: JudgeContext): void {
  for (const patch of patches) {
    const record = view.get(patch.id);
    if (record?.deletedSeq !== null || patch.op === 'delete') continue;
    checkOwner(view, record);
    if (patch.op === 'restore') continue;
    const names = Object.keys(patch.op === 'create' ? patch.fields : patch.edits);
    for (const name of names) {
      checkMember(record, name, context);
      checkSize(record, name);
      checkReferences(view, record, name, newTargets(record, name, patch));
    }
    const problems = recordProblems(record, (id) => view.get(id));
    if (problems.length > 0) {
      const message = problems.map((problem) => `${problem.path} ${problem.message}`).join('; ');
      throw new Refusal('invalid-value', `Nothing was changed: ${message}.`, {
        recordId: record.id,
        problems,
      });
    }
  }
}

/** A record lives only as long as what it belongs to: a restored one is not left under a tombstone. */
function checkOwner(view: RecordView, record: AnyRecord): void {
  const owner = ownerIdOf(record);
  if (owner === null || (view.get(owner)?.deletedSeq ?? null) === null) return;
  throw new Refusal('record-deleted', 'What it belongs to is deleted; restore that first.', {
    recordId: owner,
  });
}

/** What it newly points at is there, is of a type that the field takes, and is not deleted. */
function checkReferences(
  view: RecordView,
  record: AnyRecord,
  name: string,
  targets: readonly string[],
): void {
  const field = fieldOf(record.type, name);
  if (field?.kind !== 'ref' && field?.kind !== 'refs') return;
  for (const id of targets) {
    const target = view.get(id);
    const path = `${record.type}.${name}`;
    if (!target)
      throw new Refusal('not-found', `${field.label}: there is no such record.`, {
        recordId: id,
        problems: [{ path, message: 'names no record' }],
      });
    if (!field.targets.includes(target.type)) {
      throw new Refusal('invalid-value', `${field.label} cannot be a ${target.type}.`, {
        recordId: id,
        problems: [{ path, message: `must be ${field.targets.join(' or ')}` }],
      });
    }
    if (target.deletedSeq !== null)
      throw new Refusal('record-deleted', `${field.label}: that record is deleted.`, { recordId: id });
  }
}

function newTargets(record: AnyRecord, name: string, patch: Patch): readonly string[] {
  const edit = patch.op === 'update' ? patch.edits[name] : undefined;
  if (edit && isSetEdit(edit)) return edit.add;
  return elementsOfRefs(record.fields[name]);
}

/** Each addition is small, but a set must not grow without end by many of them. */
function checkSize(record: AnyRecord, name: string): void {
  if (elementsOf(record.fields[name] ?? null).length <= MAX_SET_SIZE) return;
  const message = `takes at most ${String(MAX_SET_SIZE)}`;
  throw new Refusal('invalid-value', `Nothing was changed: ${name} ${message}.`, {
    recordId: record.id,
    problems: [{ path: `${record.type}.${name}`, message }],
    limit: MAX_SET_SIZE,
  });
}

function checkMember(record: AnyRecord, name: string, context: JudgeContext): void {
  const value = record.fields[name];
  if (fieldOf(record.type, name)?.kind !== 'member' || typeof value !== 'string') return;
  if (!context.isMember || context.isMember(value)) return;
  const problems = [{ path: `${record.type}.${name}`, message: 'is no member of the workspace' }];
  throw new Refusal('invalid-value', 'That person is no member of the workspace.', {
    recordId: record.id,
    problems,
  });
}
