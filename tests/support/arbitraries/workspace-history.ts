/**
 * Histories of a workspace, as batches that a store can append: clients ask for creations, edits, deletions and
 * restorations by chance, and what the judge accepts becomes a change.
 */
import * as fc from 'fast-check';
import {
  definitionOf,
  isSetField,
  RECORD_TYPES,
  type AnyRecord,
  type FieldValue,
  type RecordType,
} from '@stationkeeper/domain';
import {
  DraftView,
  elementsOf,
  judge,
  mutationId,
  SCHEMA_VERSION,
  touchedIds,
  WorkspaceState,
  type Change,
  type Edit,
  type Op,
} from '@stationkeeper/protocol';
import type { LogBatch } from '../../../apps/server/src/changelog/log-store.ts';
import { recordOf } from './record.ts';

/** What is tried: `create` with its references cut to fit what there is, or one of three on some record. */
type Step =
  | { readonly does: 'create'; readonly record: AnyRecord }
  | { readonly does: 'update'; readonly at: number; readonly from: AnyRecord }
  | { readonly does: 'delete' | 'restore'; readonly at: number };

type Fields = AnyRecord['fields'];

const UNCITED = RECORD_TYPES.filter((type) => type !== 'citation' && type !== 'comment');
const anyRecord = fc.constantFrom(...UNCITED).chain((type) => recordOf(type));
const at = fc.nat({ max: 1_000 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: anyRecord.map((record): Step => ({ does: 'create', record })) },
  { weight: 6, arbitrary: fc.tuple(at, anyRecord).map(([at, from]): Step => ({ does: 'update', at, from })) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('delete', 'restore'), at).map(([does, at]): Step => ({ does, at })),
  },
);

/** Batches of one to ten changes, dense from 1. */
export const workspaceHistory: fc.Arbitrary<LogBatch[]> = fc
  .tuple(
    fc.uuid({ version: 7 }),
    fc.array(fc.array(step, { minLength: 1, maxLength: 10, size: 'max' }), { maxLength: 12, size: '+1' }),
  )
  .map(([clientId, tries]) => {
    const history = new History(clientId);
    return tries.map((steps) => history.batch(steps)).filter((batch) => batch.changes.length > 0);
  });

class History {
  readonly #clientId: string;
  readonly #state = new WorkspaceState();

  constructor(clientId: string) {
    this.#clientId = clientId;
  }

  batch(steps: readonly Step[]): LogBatch {
    const changes: Change[] = [];
    for (const step of steps) {
      const op = this.#opOf(step);
      const change = op && this.#changeOf(op);
      if (change) changes.push(change);
    }
    const touched = new Set(changes.flatMap(touchedIds));
    const lastCounter = this.#state.head;
    return {
      changes,
      records: [...touched].flatMap((id) => this.#state.get(id) ?? []),
      created: new Map(changes.flatMap(creationsOf)),
      counters: [{ clientId: this.#clientId, userId: 'someone', lastCounter }],
      refusals: [],
      settled: [],
    };
  }

  #changeOf(op: Op): Change | null {
    const seq = this.#state.head + 1;
    const id = mutationId(this.#clientId, seq);
    const mutation = { id, groupId: null, reason: null, undoes: null, ops: [op] };
    const judgement = judge(this.#state, mutation, { seq }, new DraftView(this.#state));
    if (judgement.status !== 'accepted' || judgement.patches.length === 0) return null;
    const rest = { groupId: null, reason: null, undoes: null, schemaVersion: SCHEMA_VERSION };
    const change = { seq, at: 1_700_000_000_000 + seq, actor: 'someone', mutationId: id, ...rest };
    const { patches } = judgement;
    this.#state.apply({ ...change, patches });
    return { ...change, patches };
  }

  #opOf(step: Step): Op | null {
    if (step.does === 'create') {
      const { id, type, fields } = step.record;
      const fitted = this.#fitting(type, fields);
      return fitted && { op: 'create', id, type, fields: fitted };
    }
    const present = this.#at(step.at, step.does === 'update' ? step.from.type : null);
    if (!present) return null;
    const { id, type } = present;
    if (step.does !== 'update') return { op: step.does, id, type };
    const wanted = this.#fitting(type, step.from.fields);
    return wanted && { op: 'update', id, type, edits: editsOf(present, wanted) };
  }

  /** The fields with every reference led to a live record of a right type; null where one that must be there finds none. */
  #fitting(type: RecordType, fields: Fields): Fields | null {
    const fitted: Record<string, FieldValue> = { ...fields };
    for (const [name, field] of Object.entries(definitionOf(type).fields)) {
      const value = fields[name] ?? null;
      if (field.kind === 'refs') fitted[name] = this.#targets(field.targets, value);
      if (field.kind !== 'ref' || value === null) continue;
      const target = name === 'baseline' ? undefined : this.#target(field.targets, value as string);
      if (target === undefined && field.isRequired) return null;
      fitted[name] = target ?? null;
    }
    return fitted;
  }

  #targets(types: readonly RecordType[], value: FieldValue): readonly string[] {
    const found = (value as readonly string[]).flatMap((id) => this.#target(types, id) ?? []);
    return [...new Set(found)].sort();
  }

  #target(types: readonly RecordType[], seed: string): string | undefined {
    const live = types.flatMap((type) => this.#state.ofType(type));
    return live[Number.parseInt(seed.slice(-6), 16) % live.length]?.id;
  }

  #at(index: number, type: RecordType | null): AnyRecord | undefined {
    const all = [...this.#state.all()].filter((record) => type === null || record.type === type);
    return all[index % all.length];
  }
}

/** Sets the fields to what is wanted; what is wanted of a set is added, and its first element taken out. */
function editsOf(present: AnyRecord, wanted: Fields): Record<string, Edit> {
  const edits: Record<string, Edit> = {};
  for (const [name, field] of Object.entries(definitionOf(present.type).fields)) {
    const [seen, to] = [present.fields[name] ?? null, wanted[name] ?? null];
    if (field.isFixed) continue;
    edits[name] = isSetField(field)
      ? { add: elementsOf(to), remove: elementsOf(seen).slice(0, 1) }
      : { from: seen, to };
  }
  return edits;
}

function creationsOf(change: Change): [string, number][] {
  return change.patches.filter((patch) => patch.op === 'create').map((patch) => [patch.id, change.seq]);
}
