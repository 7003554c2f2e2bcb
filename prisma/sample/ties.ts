/**
 * The other ties: who is involved in a station, who owns whom, who belongs to whom, what is attached to what, and which
 * agreement created which party. Shares are unknown throughout; the article states none.
 */
import {
  article,
  INTRO_1,
  INTRO_2,
  INTRO_3,
  INTRO_5,
  note,
  POLICY_1,
  SHIFT_2,
  SHIFT_3,
  SHIFT_4,
} from './article.ts';
import { idOf, stated, writer, type Cite, type SampleRecord } from './build.ts';
import { TOPIC } from './topics.ts';
import type { FieldsOf } from '@stationkeeper/domain';

const writeInvolvement = writer('involvement');
const writeOwnership = writer('ownership');
const writeMembership = writer('membership');
const attachment = writer('attachment');
const writeEstablishes = writer('establishes');

type Role = FieldsOf<'involvement'>['role'];

function involvement(
  topic: string,
  station: string,
  [party, role]: [string, Role],
  ...basis: readonly Cite[]
) {
  return writeInvolvement(
    `${station}/${party}`,
    topic,
    { station: idOf('station', station), party: idOf('party', party), role },
    ...basis,
  );
}

function ownership(topic: string, holder: string, issuer: string, ...basis: readonly Cite[]) {
  return writeOwnership(
    `${holder}/${issuer}`,
    topic,
    { issuer: idOf('party', issuer), holder: idOf('party', holder) },
    ...basis,
  );
}

function membership(topic: string, member: string, group: string, ...basis: readonly Cite[]) {
  return writeMembership(
    `${member}/${group}`,
    topic,
    { group: idOf('party', group), member: idOf('party', member) },
    ...basis,
  );
}

function establishes(topic: string, agreement: string, party: string, ...basis: readonly Cite[]) {
  return writeEstablishes(
    `${agreement}/${party}`,
    topic,
    { agreement: idOf('agreement', agreement), party: idOf('party', party) },
    ...basis,
  );
}

const joined = article(
  INTRO_1,
  'Canada, Japan, and the European Space Agency (ESA) joined with the United States',
);
const firstModules = article(INTRO_3, 'both added their first modules in 2008');

export const involvements: readonly SampleRecord[] = [
  involvement(TOPIC.iss, 'iss', ['united-states', 'not-stated'], joined),
  involvement(TOPIC.iss, 'iss', ['canada', 'not-stated'], joined),
  involvement(TOPIC.iss, 'iss', ['japan', 'not-stated'], joined),
  writeInvolvement(
    'iss/russia',
    TOPIC.iss,
    {
      station: idOf('station', 'iss'),
      party: idOf('party', 'russia'),
      from: '1994',
      fromWording: 'did not join the ISS until 1994',
    },
    article(INTRO_2, 'Russia did not join the ISS until 1994'),
    note(4),
  ),
  involvement(
    TOPIC.iss,
    'iss',
    ['roscosmos', 'module-supplier'],
    article(INTRO_3, 'built by the Russian space agency Roscosmos'),
    note(6),
  ),
  involvement(
    TOPIC.iss,
    'iss',
    ['nasa', 'not-stated'],
    article(INTRO_3, 'The first component built by the U.S.'),
  ),
  involvement(
    TOPIC.iss,
    'iss',
    ['csa', 'not-stated'],
    article(INTRO_3, 'added its most famous element, the robotic arm'),
    note(7),
  ),
  involvement(TOPIC.iss, 'iss', ['jaxa', 'module-supplier'], firstModules, note(8)),
  involvement(TOPIC.iss, 'iss', ['esa', 'module-supplier'], firstModules, note(8)),
  involvement(
    TOPIC.iss,
    'iss',
    ['iss-national-lab', 'not-stated'],
    article(POLICY_1, 'The ISS National Lab facilitates research'),
  ),
  involvement(TOPIC.mir, 'mir', ['russia', 'owner'], article(INTRO_2, "Russia's Mir space station"), note(4)),
  involvement(
    TOPIC.tiangong,
    'tiangong',
    ['china', 'owner'],
    article(INTRO_5, "China's Tiangong station will be the only governmental station in LEO"),
  ),
  involvement(
    TOPIC.axiom,
    'axiom-station',
    ['axiom-space', 'developer'],
    article(SHIFT_2, 'awarded a contract by NASA to build a station'),
  ),
  involvement(
    TOPIC.axiom,
    'axiom-station',
    ['thales-alenia-space', 'not-stated'],
    article(SHIFT_3, 'major collaborating partner for its station'),
    note(25),
  ),
  involvement(
    TOPIC.starlab,
    'starlab',
    ['starlab-llc', 'developer'],
    article(SHIFT_2, 'to develop free-flying stations'),
  ),
  involvement(
    TOPIC.starlab,
    'starlab',
    ['voyager-space', 'not-stated'],
    article(SHIFT_4, 'The station is a joint venture between the U.S. company Voyager Space'),
  ),
  involvement(
    TOPIC.starlab,
    'starlab',
    ['airbus', 'not-stated'],
    article(SHIFT_4, 'German and French corporation Airbus'),
  ),
  involvement(
    TOPIC.orbitalReef,
    'orbital-reef',
    ['blue-origin', 'developer'],
    article(SHIFT_2, 'made by Blue Origin and Sierra Space'),
  ),
  involvement(
    TOPIC.orbitalReef,
    'orbital-reef',
    ['sierra-space', 'developer'],
    article(SHIFT_2, 'made by Blue Origin and Sierra Space'),
  ),
  involvement(
    TOPIC.vast,
    'vast-station',
    ['vast', 'developer'],
    article(SHIFT_2, 'Both companies aim to eventually produce stations with'),
  ),
  involvement(
    TOPIC.starmax,
    'starmax',
    ['gravitics', 'developer'],
    article(SHIFT_2, 'made by the company Gravitics'),
  ),
  involvement(
    TOPIC.above,
    'above-station',
    ['above-space', 'developer'],
    article(SHIFT_2, 'announced the development of a space station'),
  ),
];

const thalesAlenia = article(SHIFT_3, 'a joint venture between the French technology company Thales');
const starlabVenture = article(
  SHIFT_4,
  'The station is a joint venture between the U.S. company Voyager Space',
);
const starlabEquity = article(SHIFT_4, 'Two other international companies hold equity in Starlab LLC');
const boryungVenture = article(
  SHIFT_3,
  'founded a joint venture with the South Korean company Boryung Corporation',
);

export const ownerships: readonly SampleRecord[] = [
  ownership(TOPIC.axiom, 'thales', 'thales-alenia-space', thalesAlenia, note(25)),
  ownership(TOPIC.axiom, 'leonardo', 'thales-alenia-space', thalesAlenia, note(25)),
  ownership(TOPIC.axiom, 'axiom-space', 'axiom-boryung-venture', boryungVenture, note(26)),
  ownership(TOPIC.axiom, 'boryung', 'axiom-boryung-venture', boryungVenture, note(26)),
  ownership(TOPIC.starlab, 'voyager-space', 'starlab-llc', starlabVenture),
  ownership(TOPIC.starlab, 'airbus', 'starlab-llc', starlabVenture),
  ownership(TOPIC.starlab, 'mitsubishi', 'starlab-llc', starlabEquity),
  ownership(TOPIC.starlab, 'mda-space', 'starlab-llc', starlabEquity),
];

const bricsMembers = article(INTRO_5, 'BRICS (Brazil, Russia, India, China, South Africa)');

export const memberships: readonly SampleRecord[] = [
  ...['brazil', 'russia', 'india', 'china', 'south-africa'].map((member) =>
    membership(TOPIC.world, member, 'brics', bricsMembers),
  ),
  membership(
    TOPIC.above,
    'spacewerx',
    'us-space-force',
    article(SHIFT_2, "the U.S. Space Force's SpaceWERX organization"),
  ),
];

export const attachments: readonly SampleRecord[] = [
  attachment(
    'axiom-station/iss',
    TOPIC.axiom,
    {
      station: idOf('station', 'axiom-station'),
      host: idOf('station', 'iss'),
      fromWording: 'first attach to the ISS',
      untilWording: 'then detach to become free-flying',
      certainty: stated('announced', article(SHIFT_2, 'would first attach to the ISS')),
    },
    article(SHIFT_2, 'would first attach to the ISS then detach to become free-flying'),
  ),
];

export const establishments: readonly SampleRecord[] = [
  establishes(TOPIC.axiom, 'axiom-boryung', 'axiom-boryung-venture', boryungVenture, note(26)),
  establishes(TOPIC.axiom, 'thales-leonardo', 'thales-alenia-space', thalesAlenia, note(25)),
  establishes(TOPIC.starlab, 'voyager-airbus', 'starlab-llc', starlabVenture),
];
