/**
 * A plainly fictional workspace of any size, with years of history, from a seed.
 *
 *   records ──> quota per type ─┐
 *   changes ──> so many steps ──┼─> each step creates what is due, or edits what is there
 *   seed ─────> every choice ───┘
 *
 * A step is one mutation and becomes one change. When there are more records than changes, a step creates several; when
 * there are fewer, the other steps edit. The result holds exactly as many records and changes as were asked for.
 */
import { AppError, assert } from '@stationkeeper/domain';
import { mutationId, type Mutation, type Op } from '@stationkeeper/protocol';
import { anyCreation } from './creations.ts';
import { addAlias, anyEdit } from './edits.ts';
import { MIN_RECORDS, quotaFor } from './plan.ts';
import { Random } from './random.ts';
import { World } from './world.ts';

/** What to make. */
export interface Fiction {
  /** How many records, deleted ones included. */
  readonly records: number;
  /** How many changes make them and edit them. */
  readonly changes: number;
  readonly seed: string;
  /** The length of the history. */
  readonly years: number;
  /** When the history ends, in milliseconds since 1970. */
  readonly until: number;
}

/** A mutation and the moment at which it is made, in milliseconds since 1970. */
export interface TimedMutation {
  readonly mutation: Mutation;
  readonly at: number;
}

/** Room in a mutation is for 200 operations; some is left for what comes along. */
const MAX_CREATIONS = 150;
/** Fewer steps would leave no time for what must be there before something else can point at it. */
const MIN_CHANGES = 40;
/** Records that come in one creation on the average, when they may. */
const RECORDS_PER_CREATION = 2;
/** Edits that are drawn before one is made that always can be. */
const MAX_DRAWS = 12;
const YEAR_MS = 365.25 * 86_400_000;

/**
 * The mutations of a fictional workspace, in order and in time, of one client that counts from 1.
 *
 * @throws AppError `invalid-value` when the numbers do not go together.
 */
export function* generateFiction(fiction: Fiction): Generator<TimedMutation> {
  checkFiction(fiction);
  const random = new Random(JSON.stringify([fiction.seed, fiction.records, fiction.changes, fiction.years]));
  const world = new World(random, quotaFor(fiction.records));
  world.now = fiction.until;
  const clientId = world.newId();
  const begin = fiction.until - fiction.years * YEAR_MS;
  const stepMs = (fiction.until - begin) / fiction.changes;
  for (let step = 0; step < fiction.changes; step += 1) {
    world.now = Math.floor(begin + (step + random.int(0, 999) / 1000) * stepMs);
    const mutation = nextMutation(world, { left: fiction.changes - step, clientId, counter: step + 1 });
    yield { mutation, at: world.now };
  }
  assert(world.left === 0, 'fewer records were made than asked for');
}

/**
 * Looks at the numbers alone.
 *
 * @throws AppError `invalid-value` when they do not go together.
 */
export function checkFiction({ records, changes, years }: Fiction): void {
  const minChanges = Math.max(MIN_CHANGES, Math.ceil((records * 1.2) / MAX_CREATIONS));
  const problems = [
    ...(records >= MIN_RECORDS
      ? []
      : [{ path: 'records', message: `must be at least ${String(MIN_RECORDS)}` }]),
    ...(changes >= minChanges
      ? []
      : [{ path: 'changes', message: `must be at least ${String(minChanges)}` }]),
    ...(years > 0 && years <= 60 ? [] : [{ path: 'years', message: 'must be above 0 and at most 60' }]),
  ];
  if (problems.length === 0) return;
  throw new AppError('invalid-value', 'These numbers do not go together.', { details: { problems } });
}

interface Step {
  /** Steps left, this one included. */
  readonly left: number;
  readonly clientId: string;
  readonly counter: number;
}

function nextMutation(world: World, { left, clientId, counter }: Step): Mutation {
  const due = world.left / left;
  const envelope = { id: mutationId(clientId, counter), groupId: null, undoes: null };
  const isBare = world.pick('party') === undefined;
  const isCreation = isBare || due >= 1 || world.random.chance(due / RECORDS_PER_CREATION);
  for (let attempt = 0; isCreation && world.left > 0 && attempt < MAX_DRAWS; attempt += 1) {
    if (left === 1 && attempt > 0) world.planAs('citation');
    const mutation = { ...envelope, reason: null, ops: creations(world, Math.ceil(due)) };
    if (mutation.ops.length > 0 && world.take(mutation)) return mutation;
  }
  return editing(world, envelope);
}

/** Creations of so many records at least, as far as they can be made now. */
function creations(world: World, wanted: number): Op[] {
  const most = wanted > 1 ? wanted : Math.min(world.left, 6);
  const ops: Op[] = [];
  const planned = new Map(world.quota);
  while (ops.length < wanted) {
    const batch = anyCreation(world, most - ops.length);
    if (batch.length === 0) break;
    for (const op of batch) world.quota.set(op.type, world.leftOf(op.type) - 1);
    ops.push(...batch);
  }
  for (const [type, count] of planned) world.quota.set(type, count);
  return ops;
}

function editing(world: World, envelope: Omit<Mutation, 'ops' | 'reason'>): Mutation {
  for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
    const mutation = { ...envelope, ...(anyEdit(world) ?? { ops: [], reason: null }) };
    if (mutation.ops.length > 0 && world.take(mutation)) return mutation;
  }
  const mutation = { ...envelope, ...(addAlias(world) ?? { ops: [], reason: null }) };
  assert(world.take(mutation), 'there is nothing to edit');
  return mutation;
}
