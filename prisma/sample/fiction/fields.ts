/** What a new fictional record holds, one function for each type; null where what it would point at is not there yet. */
import { canonicalSet, type FieldsOf, type RecordType } from '@stationkeeper/domain';
import { addDays } from '@stationkeeper/domain/dates/civil-day';
import { citationFields } from './citation-fields.ts';
import { dateText, pastDay } from './dates.ts';
import { anyState, companyName, stationName } from './names.ts';
import { milestoneFields, forecastFields } from './milestone-fields.ts';
import { tieMakers } from './tie-fields.ts';
import type { World } from './world.ts';

/** Makes the fields of one record. */
export type Maker<T extends RecordType> = (world: World) => Partial<FieldsOf<T>> | null;

/** Record type -> what a new record holds. */
export const makers: { readonly [T in RecordType]: Maker<T> } = {
  source: (world) => {
    const number = world.nextNumber('source');
    const { name } = anyState(world.random);
    return {
      title: `Fictional report ${String(number)}`,
      authors: world.random.chance(0.4) ? `Reporter ${String(world.random.int(1, 40))} of ${name}` : null,
      publisher: `The ${name} Gazette (fictional)`,
      published: dateText(world.random, world.today, world.today),
      url: `https://example.org/fictional/${String(number)}`,
    };
  },
  party: partyFields,
  station: (world) => ({
    name: stationName(world.random, world.nextNumber('station')),
    phase: world.random.pick(['not-stated', 'concept', 'development', 'assembly', 'operational']),
    aims: world.random.chance(0.5) ? 'A fictional aim, to have something to read here.' : null,
    orbit: world.random.chance(0.6) ? 'Low orbit of an invented planet' : null,
  }),
  agreement: agreementFields,
  ...tieMakers,
  milestone: milestoneFields,
  forecast: forecastFields,
  statement: (world) => {
    const [station, party] = [world.pick('station'), world.pick('party')];
    if (!station || !party) return null;
    const isNoneKnown = world.random.chance(0.3);
    return {
      claim: `${isNoneKnown ? 'No plan is known of' : 'It is said that'} ${party.fields.name} ${isNoneKnown ? 'for' : 'cares for'} ${station.fields.name}.`,
      stance: isNoneKnown ? 'none-known' : 'asserted',
      subjects: canonicalSet([station.id, party.id]),
      asOf: world.todayText,
      reviewBy: world.random.chance(0.5)
        ? dateText(world.random, addDays(world.today, 200), world.today)
        : null,
    };
  },
  question: (world) => {
    const station = world.pick('station');
    if (!station) return null;
    return {
      question: `What will become of ${station.fields.name}? (invented question ${String(world.nextNumber('question'))})`,
      bearsOn: [station.id],
    };
  },
  constraint: (world) => {
    const [binds, withWhom] = [anyState(world.random), anyState(world.random)];
    return {
      name: `Act ${String(world.nextNumber('constraint'))} of ${binds.name} on ${withWhom.name} (fictional)`,
      effect: world.random.pick(['prohibits', 'requires-authorisation', 'directs', 'excludes']),
      bindsCountries: [binds.code],
      withCountries: [withWhom.code],
      from: dateText(world.random, pastDay(world.random, world.today, 10), world.today),
    };
  },
  'flag-answer': (world) => {
    const [agreement, constraint] = [world.pick('agreement'), world.pick('constraint')];
    if (!agreement || !constraint) return null;
    return {
      agreement: agreement.id,
      constraint: constraint.id,
      answer: world.random.pick(['applies', 'does-not-apply', 'cleared']),
      explanation: 'By the invented legal office.',
    };
  },
  citation: citationFields,
  comment: (world) => {
    const record = world.pick(world.random.pick(['agreement', 'milestone', 'station']));
    if (!record) return null;
    return {
      record: record.id,
      body: `Remark ${String(world.nextNumber('comment'))}: has anybody checked this?`,
      isResolved: world.random.chance(0.5),
    };
  },
};

function partyFields(world: World): Partial<FieldsOf<'party'>> {
  const { random } = world;
  const number = world.nextNumber('party');
  const state = anyState(random);
  const of = (name: string, kind: FieldsOf<'party'>['kind']) => ({ name, kind, countries: [state.code] });
  return random.weighted<Partial<FieldsOf<'party'>>>([
    [of(`State of ${state.name} ${String(number)}`, 'state'), 1],
    [of(`Agency of ${state.name} ${String(number)}`, 'agency'), 3],
    [of(companyName(random, state, number), 'company'), 6],
    [of(`${state.name} Joint Works ${String(number)}`, 'joint-venture'), 1],
    [of(`Universities of ${state.name} ${String(number)}`, 'university-consortium'), 1],
    [of(`${state.name} State Works ${String(number)}`, 'state-owned-company'), 1],
  ]);
}

function agreementFields(world: World): Partial<FieldsOf<'agreement'>> | null {
  const station = world.pick('station');
  if (!station) return null;
  const { random } = world;
  const isOld = random.chance(0.4);
  const day = pastDay(random, world.today, isOld ? 8 : 0.5);
  const status = random.pick(['not-stated', 'under-discussion', 'announced', 'signed', 'in-force'] as const);
  const text = dateText(random, day, world.today);
  return {
    name: `Agreement ${String(world.nextNumber('agreement'))} on ${station.fields.name}`,
    instrument: random.pick([
      'not-stated',
      'memorandum-of-understanding',
      'letter-of-intent',
      'contract',
      'implementing-arrangement',
      'space-act-agreement-funded',
      'space-act-agreement-unfunded',
    ]),
    purposes: [random.pick(['development', 'module', 'seats', 'research', 'technology', 'market'])],
    status,
    announced: status === 'not-stated' ? null : text,
    signed: status === 'signed' || status === 'in-force' ? text : null,
    inEffect: status === 'in-force' ? text : null,
    value: random.chance(0.3) ? { amount: String(random.int(1, 900) * 1_000_000), currency: 'XTS' } : null,
    stations: [station.id],
    handling: random.chance(0.1) ? 'internal' : 'open',
  };
}
