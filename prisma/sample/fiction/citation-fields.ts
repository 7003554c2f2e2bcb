/** What a new fictional citation holds: mostly what the record says, now and then something else, which contests it. */
import {
  fieldOf,
  type AnyRecord,
  type FieldsOf,
  type FieldValue,
  type JsonValue,
} from '@stationkeeper/domain';
import { dateText, pastDay } from './dates.ts';
import type { World } from './world.ts';

const CITED = ['agreement', 'milestone', 'forecast', 'party', 'station', 'participation'] as const;

export function citationFields(world: World): Partial<FieldsOf<'citation'>> | null {
  const record = world.pick(world.random.pick(CITED));
  return record ? citationOf(world, record) : null;
}

/** A citation of one of the record's fields that say something. */
export function citationOf(world: World, record: AnyRecord): Partial<FieldsOf<'citation'>> | null {
  const { random } = world;
  const source = world.pick('source');
  const names = Object.entries(record.fields)
    .filter(([name, value]) => name !== 'handling' && saysSomething(value))
    .map(([name]) => name);
  if (!source || names.length === 0) return null;
  const field = random.pick(names);
  const present = record.fields[field] ?? null;
  const claimed = random.chance(0.08) ? otherValue(world, record, field) : present;
  return {
    record: record.id,
    field,
    source: source.id,
    locator: `p. ${String(random.int(1, 80))}`,
    claimed: claimed as JsonValue,
  };
}

function saysSomething(value: FieldValue): boolean {
  return value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}

function otherValue(world: World, record: AnyRecord, name: string): FieldValue {
  const field = fieldOf(record.type, name);
  if (field?.kind === 'date')
    return dateText(world.random, pastDay(world.random, world.today, 3), world.today);
  if (field?.kind === 'choice') return world.random.pick(field.options).value;
  return record.fields[name] ?? null;
}
