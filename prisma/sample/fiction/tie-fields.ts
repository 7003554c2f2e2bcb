/** What new fictional ties hold. */
import type { FieldsOf } from '@stationkeeper/domain';
import { dateText, pastDay } from './dates.ts';
import type { World } from './world.ts';

/** When a tie began and how sure it is. */
function tie(world: World): { from: string | null; certainty: FieldsOf<'involvement'>['certainty'] } {
  const { random } = world;
  const day = pastDay(random, world.today, 5);
  return {
    from: random.chance(0.6) ? dateText(random, day, world.today) : null,
    certainty: random.pick(['not-stated', 'confirmed', 'announced', 'reported']),
  };
}

/** Two different live records of a type, or null. */
function pair(world: World, type: 'party' | 'station' | 'agreement'): [string, string] | null {
  const [one, other] = [world.pick(type), world.pick(type)];
  return one && other && one.id !== other.id ? [one.id, other.id] : null;
}

export const tieMakers = {
  participation: (world: World): Partial<FieldsOf<'participation'>> | null => {
    const [agreement, party] = [world.pick('agreement'), world.pick('party')];
    if (!agreement || !party) return null;
    return {
      agreement: agreement.id,
      party: party.id,
      role: world.random.pick([
        'not-stated',
        'signatory',
        'awarding-party',
        'recipient',
        'provider',
        'partner',
      ]),
      signed: world.random.chance(0.3) ? agreement.fields.signed : null,
      ...tie(world),
    };
  },
  involvement: (world: World): Partial<FieldsOf<'involvement'>> | null => {
    const [station, party] = [world.pick('station'), world.pick('party')];
    if (!station || !party) return null;
    const role = world.random.pick(['owner', 'operator', 'developer', 'module-supplier', 'user'] as const);
    return { station: station.id, party: party.id, role, ...tie(world) };
  },
  ownership: (world: World): Partial<FieldsOf<'ownership'>> | null => {
    const [issuer, holder] = pair(world, 'party') ?? [];
    if (!issuer || !holder) return null;
    return {
      issuer,
      holder,
      share: world.random.chance(0.5) ? world.random.int(1, 100) : null,
      ...tie(world),
    };
  },
  membership: (world: World): Partial<FieldsOf<'membership'>> | null => {
    const [group, member] = pair(world, 'party') ?? [];
    return group && member ? { group, member, ...tie(world) } : null;
  },
  attachment: (world: World): Partial<FieldsOf<'attachment'>> | null => {
    const [station, host] = pair(world, 'station') ?? [];
    return station && host ? { station, host, ...tie(world) } : null;
  },
  succession: (world: World): Partial<FieldsOf<'succession'>> | null => {
    const [agreement, earlier] = pair(world, 'agreement') ?? [];
    if (!agreement || !earlier) return null;
    return {
      agreement,
      earlier,
      relation: world.random.pick(['amends', 'supersedes', 'implements']),
      ...tie(world),
    };
  },
  establishes: (world: World): Partial<FieldsOf<'establishes'>> | null => {
    const [agreement, party] = [world.pick('agreement'), world.pick('party')];
    return agreement && party ? { agreement: agreement.id, party: party.id, ...tie(world) } : null;
  },
};
