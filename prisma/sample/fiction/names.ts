/** Names that nobody can take for real ones: invented countries, stations named after flowers, numbered throughout. */
import type { Random } from './random.ts';

/** Invented states, each with a code that ISO 3166-1 keeps for private use. */
const STATES = [
  ['Norvia', 'XA'],
  ['Calenth', 'XB'],
  ['Ostrel', 'XC'],
  ['Vandria', 'XD'],
  ['Meridane', 'XE'],
  ['Tolvany', 'XF'],
  ['Isquel', 'XG'],
  ['Brenmark', 'XH'],
  ['Quorra', 'XI'],
  ['Ardovia', 'XJ'],
  ['Felmont', 'XL'],
  ['Pelagria', 'XM'],
  ['Zembria', 'XN'],
  ['Hestmark', 'XO'],
  ['Umbraly', 'XP'],
  ['Yorvale', 'XQ'],
] as const;

const FLOWERS = [
  'Aster',
  'Bluebell',
  'Campion',
  'Dahlia',
  'Edelweiss',
  'Foxglove',
  'Gentian',
  'Heather',
  'Iris',
  'Jonquil',
  'Larkspur',
  'Marigold',
  'Orchis',
  'Primrose',
  'Rowan',
  'Saffron',
  'Teasel',
  'Verbena',
  'Woodruff',
  'Yarrow',
];

const TRADES = [
  'Orbital',
  'Habitats',
  'Modules',
  'Airlocks',
  'Freight',
  'Dynamics',
  'Robotics',
  'Life Support',
];

/** An invented state with its private-use code. */
export interface FictionalState {
  readonly name: string;
  readonly code: string;
}

/** One of the invented states. */
export function anyState(random: Random): FictionalState {
  const [name, code] = random.pick(STATES);
  return { name, code };
}

/** 'Station Aster 12'. */
export function stationName(random: Random, number: number): string {
  return `Station ${random.pick(FLOWERS)} ${String(number)}`;
}

/** 'Calenth Orbital 7'. */
export function companyName(random: Random, state: FictionalState, number: number): string {
  return `${state.name} ${random.pick(TRADES)} ${String(number)}`;
}
