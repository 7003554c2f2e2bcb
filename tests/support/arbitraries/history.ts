/**
 * Workspaces with a past: mutations of every kind, made by chance from what stands in the workspace at that moment,
 * and judged by the real verdict. What is refused is left out; the log of what was accepted is the history.
 */
import * as fc from 'fast-check';
import {
  canonicalSet,
  definitionOf,
  elementsOfRefs,
  isSetField,
  RECORD_TYPES,
  type AnyRecord,
  type Field,
  type FieldValue,
  type RecordType,
} from '@stationkeeper/domain';
import {
  judge,
  WorkspaceState,
  type Change,
  type Edit,
  type Mutation,
  type Op,
} from '@stationkeeper/protocol';
import { mutationIdAt } from '../mutations.ts';
import { recordId, valueOf } from './record.ts';

/** Chance in the hands of a test: each call draws one value. */
export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** A workspace and the changes that made it. */
export interface History {
  readonly state: WorkspaceState;
  readonly changes: readonly Change[];
}

/** A source of chance that a printed seed makes again. */
export const chance: fc.Arbitrary<Draw> = fc.noShrink(fc.integer({ min: 0 })).map((seed) => {
  let draws = 0;
  return Object.assign(
    <T>(arbitrary: fc.Arbitrary<T>): T => {
      draws += 1;
      const [drawn] = fc.sample(arbitrary, { seed: seed + draws * 7_919, numRuns: 1 });
      return drawn as T;
    },
    { toString: () => `chance of seed ${String(seed)}` },
  );
});

/** A history of up to `attempts` accepted mutations. */
export function drawHistory(draw: Draw, attempts = 25): History {
  const state = new WorkspaceState();
  const changes: Change[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) {
    const change = changeFrom(state, drawMutation(draw, state));
    if (!change) continue;
    state.apply(change);
    changes.push(change);
  }
  return { state, changes };
}

/** What a mutation makes of a workspace, or null where it is refused or changes nothing. */
export function changeFrom(state: WorkspaceState, mutation: Mutation): Change | null {
  const seq = state.head + 1;
  const judgement = judge(state, mutation, { seq });
  if (judgement.status !== 'accepted' || judgement.patches.length === 0) return null;
  const { id, groupId, reason, undoes } = mutation;
  const envelope = { mutationId: id, groupId, reason, undoes, schemaVersion: 1 };
  return { seq, at: seq * 1_000, actor: 'somebody', ...envelope, patches: judgement.patches };
}

/** A mutation of one to three operations on what stands there. */
export function drawMutation(draw: Draw, state: WorkspaceState): Mutation {
  const ops = Array.from({ length: draw(fc.integer({ min: 1, max: 3 })) }, () => drawOp(draw, state));
  return mutationOf(ops, state.head + 1);
}

/** These operations as one mutation. */
export function mutationOf(ops: readonly Op[], counter = 1): Mutation {
  return { id: mutationIdAt(counter), groupId: null, reason: null, undoes: null, ops };
}

function drawOp(draw: Draw, state: WorkspaceState): Op {
  const records = [...state.all()];
  const live = records.filter((record) => record.deletedSeq === null);
  const dead = records.filter((record) => record.deletedSeq !== null);
  const kind = draw(fc.nat({ max: 99 }));
  if (kind < 15 && live.length > 0) return lifeOp('delete', draw(fc.constantFrom(...live)));
  if (kind < 30 && dead.length > 0) return lifeOp('restore', draw(fc.constantFrom(...dead)));
  if (kind < 65 && live.length > 0) return drawUpdate(draw, state, draw(fc.constantFrom(...live)));
  return drawCreate(draw, state);
}

function lifeOp(op: 'delete' | 'restore', { type, id }: AnyRecord): Op {
  return { op, type, id };
}

function drawCreate(draw: Draw, state: WorkspaceState): Op {
  const type = draw(fc.constantFrom(...RECORD_TYPES.filter((candidate) => canBeMade(candidate, state))));
  const fields = Object.entries(definitionOf(type).fields)
    .filter(([, field]) => field.isRequired || draw(fc.boolean()))
    .map(([name, field]) => [name, drawValue(draw, state, field)] as const);
  return { op: 'create', type, id: draw(recordId), fields: Object.fromEntries(fields) };
}

/** Whether there is something for each required reference. */
function canBeMade(type: RecordType, state: WorkspaceState): boolean {
  return Object.values(definitionOf(type).fields).every(
    (field) => field.kind !== 'ref' || !field.isRequired || targetsOf(field, state).length > 0,
  );
}

function drawUpdate(draw: Draw, state: WorkspaceState, record: AnyRecord): Op {
  const editable = Object.entries(definitionOf(record.type).fields).filter(([, field]) => !field.isFixed);
  const chosen = draw(fc.subarray(editable, { minLength: 1, maxLength: Math.min(3, editable.length) }));
  const edits = chosen.map(([name, field]): [string, Edit] => [
    name,
    drawEdit(draw, state, record, [name, field]),
  ]);
  return { op: 'update', type: record.type, id: record.id, edits: Object.fromEntries(edits) };
}

/** An edit of what stands there; one in ten has seen something else. */
function drawEdit(
  draw: Draw,
  state: WorkspaceState,
  record: AnyRecord,
  [name, field]: [string, Field],
): Edit {
  const present = record.fields[name] ?? null;
  const value = drawValue(draw, state, field);
  if (!isSetField(field)) {
    const isStale = draw(fc.nat({ max: 9 })) === 0;
    return { from: isStale ? drawValue(draw, state, field) : present, to: value };
  }
  const remove = draw(fc.subarray([...elementsOfRefs(present)]));
  return { add: elementsOfRefs(value), remove };
}

/** A value that the field takes, pointing at records that are there. */
export function drawValue(draw: Draw, state: WorkspaceState, field: Field): FieldValue {
  if (field.kind !== 'ref' && field.kind !== 'refs') return draw(valueOf(field));
  const targets = targetsOf(field, state);
  if (field.kind === 'refs') {
    return canonicalSet(draw(fc.subarray(targets, { maxLength: Math.min(3, targets.length) })));
  }
  const candidates = field.isRequired ? targets : [null, ...targets];
  return candidates.length === 0 ? null : draw(fc.constantFrom(...candidates));
}

function targetsOf(field: Extract<Field, { targets: unknown }>, state: WorkspaceState): string[] {
  return field.targets.flatMap((type) => state.ofType(type).map(({ id }) => id));
}

/** The records by id, for comparing two states; Map order is told by `ofType` alone. */
export function recordsOf(state: WorkspaceState): Record<string, AnyRecord> {
  return Object.fromEntries([...state.all()].map((record) => [record.id, record]));
}
