/** What new fictional milestones and forecasts hold. Forecasts slip: most hold or move out, a few move in. */
import type { FieldsOf } from '@stationkeeper/domain';
import { addDays, toIso, type CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { dateText } from './dates.ts';
import type { World } from './world.ts';

const KINDS = [
  'award',
  'review',
  'delivery',
  'launch',
  'assembly',
  'attachment',
  'first-crew',
  'operational',
] as const;
/** How far ahead a step is first expected, in days. */
const FIRST_EXPECTED = { min: 120, max: 2_200 };

export function milestoneFields(world: World): Partial<FieldsOf<'milestone'>> | null {
  const { random } = world;
  const subject = random.chance(0.75) ? world.pick('station') : world.pick('agreement');
  if (!subject) return null;
  const kind = random.pick(KINDS);
  const number = world.nextNumber('milestone');
  return {
    name: `Step ${String(number)}: ${kind.replace('-', ' ')} of ${subject.fields.name}`,
    subject: subject.id,
    kind,
    responsible: random.chance(0.7) ? (world.pick('party')?.id ?? null) : null,
  };
}

/** The next forecast of a step that lies ahead; of one that is over, what had been expected of it. */
export function forecastFields(world: World): Partial<FieldsOf<'forecast'>> | null {
  const milestone = world.pick('milestone');
  if (!milestone) return null;
  return milestone.fields.state === 'expected'
    ? forecastOf(world, milestone.id)
    : backfilled(world, milestone.id);
}

function backfilled(world: World, milestone: string): Partial<FieldsOf<'forecast'>> {
  const statedOn = addDays(world.today, -world.random.int(400, 2_500));
  const expected = addDays(statedOn, world.random.int(90, 1_200));
  return { milestone, expected: dateText(world.random, expected, statedOn), statedOn: toIso(statedOn) };
}

/** The next forecast of a milestone, or its first. */
export function forecastOf(world: World, milestone: string): Partial<FieldsOf<'forecast'>> {
  const before = world.expectedDay.get(milestone);
  const day = before === undefined ? firstExpected(world) : slipped(world, before);
  world.expectedDay.set(milestone, day);
  return {
    milestone,
    expected: dateText(world.random, day, world.today),
    statedOn: world.todayText,
    statedBy: world.random.chance(0.5) ? (world.pick('party')?.id ?? null) : null,
  };
}

function firstExpected(world: World): CivilDay {
  return addDays(world.today, world.random.int(FIRST_EXPECTED.min, FIRST_EXPECTED.max));
}

function slipped(world: World, before: CivilDay): CivilDay {
  const { random } = world;
  const days = random.weighted([
    [0, 3],
    [-random.int(5, 60), 1],
    [random.int(20, 120), 4],
    [random.int(120, 500), 2],
  ]);
  const day = addDays(before, days);
  return day > world.today ? day : addDays(world.today, random.int(30, 300));
}
