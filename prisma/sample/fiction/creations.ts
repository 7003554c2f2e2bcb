/** New fictional records, with what belongs to them from the start: an agreement comes with parties, a step with a forecast. */
import { RECORD_TYPES, type AnyRecord, type FieldValue, type RecordType } from '@stationkeeper/domain';
import { initialRecord } from './initial-record.ts';
import type { CreateOp } from '@stationkeeper/protocol';
import { citationOf } from './citation-fields.ts';
import { makers } from './fields.ts';
import { forecastOf } from './milestone-fields.ts';
import type { World } from './world.ts';

/** What everything else points at is made early on. */
const EARLY: ReadonlySet<RecordType> = new Set(['source', 'party', 'station']);
const EARLINESS = 8;
/** Draws after which a type is taken to be impossible for now. */
const MAX_DRAWS = 24;

/** Creations of at most `budget` records that belong together; empty where none of the types drawn is possible. */
export function anyCreation(world: World, budget: number): CreateOp[] {
  for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
    const type = world.random.weighted(RECORD_TYPES.map((each) => [each, weightOf(world, each)] as const));
    const fields = makers[type](world);
    if (fields) return withCompanions(world, create(world, type, fields), budget);
  }
  return [];
}

function weightOf(world: World, type: RecordType): number {
  return world.leftOf(type) * (EARLY.has(type) ? EARLINESS : 1);
}

function create(world: World, type: RecordType, fields: object): CreateOp {
  return { op: 'create', type, id: world.newId(), fields: fields as Record<string, FieldValue> };
}

function withCompanions(world: World, first: CreateOp, budget: number): CreateOp[] {
  const record = initialRecord(first);
  const companions = [...companionsOf(world, record), ...citationsOf(world, record)];
  const made = new Map<RecordType, number>([[first.type, 1]]);
  const fitting = companions.filter(({ type }) => {
    const count = (made.get(type) ?? 0) + 1;
    if (count > world.leftOf(type)) return false;
    made.set(type, count);
    return true;
  });
  return [first, ...fitting].slice(0, budget);
}

function companionsOf(world: World, record: AnyRecord): CreateOp[] {
  if (record.type === 'milestone') return [create(world, 'forecast', forecastOf(world, record.id))];
  if (record.type !== 'agreement') return [];
  return Array.from({ length: world.random.int(1, 3) }, () => makers.participation(world))
    .filter((fields) => fields !== null)
    .map((fields) => create(world, 'participation', { ...fields, agreement: record.id, signed: null }));
}

function citationsOf(world: World, record: AnyRecord): CreateOp[] {
  if (record.type === 'citation' || record.type === 'comment' || world.random.chance(0.6)) return [];
  const fields = citationOf(world, record);
  return fields ? [create(world, 'citation', fields)] : [];
}
