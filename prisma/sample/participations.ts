/**
 * Who takes part in which agreement. Of the fifteen nations of the Inter-Governmental Agreement only the four that the
 * article names are here; the others are in its stated number of parties.
 *
 * The article writes 'Starlab' for the station and for the venture behind it. Who receives an award or signs a memorandum
 * is taken to be the venture, Starlab LLC.
 */
import {
  article,
  INTRO_1,
  INTRO_2,
  note,
  RUSSIA_CHINA_1,
  SHIFT_1,
  SHIFT_2,
  SHIFT_3,
  SHIFT_4,
} from './article.ts';
import { idOf, stated, writer, type Cite, type SampleRecord, type Stated } from './build.ts';
import { TOPIC } from './topics.ts';
import type { FieldsOf } from '@stationkeeper/domain';

const write = writer('participation');

/** Parties that play the same part in an agreement, by the same words. */
interface Part {
  readonly role: FieldsOf<'participation'>['role'];
  readonly parties: readonly string[];
  readonly basis: readonly Cite[];
  readonly actsFor?: string;
  readonly signed?: Stated<string>;
}

function as(role: Part['role'], parties: readonly string[], ...basis: readonly Cite[]): Part {
  return { role, parties, basis };
}

function inAgreement(topic: string, agreement: string, ...parts: readonly Part[]): SampleRecord[] {
  return parts.flatMap(({ role, parties, basis, actsFor, signed }) =>
    parties.map((party) =>
      write(
        `${agreement}/${party}`,
        topic,
        {
          agreement: idOf('agreement', agreement),
          party: idOf('party', party),
          role,
          ...(actsFor === undefined ? {} : { actsFor: idOf('party', actsFor) }),
          ...(signed === undefined ? {} : { signed }),
        },
        ...basis,
      ),
    ),
  );
}

const igaSigned = article(INTRO_2, 'fifteen participating nations signed the Inter-Governmental Agreement');
const joined = article(
  INTRO_1,
  'Canada, Japan, and the European Space Agency (ESA) joined with the United States',
);
const funded = article(SHIFT_2, 'awarded funds through Space Act Agreements');
const unfunded = article(SHIFT_2, 'have unfunded Space Act Agreements with NASA');
const equity = article(SHIFT_4, 'hold equity in Starlab LLC');

const betweenGovernments = [
  ...inAgreement(
    TOPIC.iss,
    'iga',
    {
      ...as('signatory', ['united-states', 'canada', 'japan'], igaSigned, joined, note(5)),
      signed: stated('1998', igaSigned, note(5)),
    },
    {
      ...as(
        'signatory',
        ['russia'],
        igaSigned,
        article(INTRO_2, 'Russia did not join the ISS until 1994'),
        note(5),
      ),
      signed: stated('1998', igaSigned, note(5)),
    },
  ),
  ...inAgreement(
    TOPIC.iss,
    'us-japan-iss',
    as('not-stated', ['united-states', 'japan'], article(SHIFT_1, 'between the United States and Japan')),
  ),
  ...inAgreement(
    TOPIC.iss,
    'russia-until-2028',
    as(
      'not-stated',
      ['roscosmos', 'russia'],
      article(RUSSIA_CHINA_1, 'Roscosmos and the Russian government have agreed'),
      note(14),
    ),
  ),
];

const withNasaOrSpaceForce = [
  ...inAgreement(
    TOPIC.axiom,
    'nasa-axiom',
    as('awarding-party', ['nasa'], article(SHIFT_2, 'to be awarded a contract by NASA'), note(24)),
    as(
      'recipient',
      ['axiom-space'],
      article(SHIFT_3, 'Axiom Space, which received a NASA contract in 2020'),
      note(24),
    ),
  ),
  ...inAgreement(
    TOPIC.starlab,
    'nasa-starlab',
    as('awarding-party', ['nasa'], funded),
    as('recipient', ['starlab-llc'], article(SHIFT_4, 'A second Space Act Agreement recipient, Starlab')),
  ),
  ...inAgreement(
    TOPIC.orbitalReef,
    'nasa-orbital-reef',
    as('awarding-party', ['nasa'], funded),
    as(
      'recipient',
      ['blue-origin', 'sierra-space'],
      article(SHIFT_2, 'Orbital Reef (made by Blue Origin and Sierra Space)'),
    ),
  ),
  ...inAgreement(TOPIC.vast, 'nasa-vast', as('not-stated', ['nasa', 'vast'], unfunded)),
  ...inAgreement(TOPIC.starmax, 'nasa-gravitics', as('not-stated', ['nasa', 'gravitics'], unfunded)),
  ...inAgreement(
    TOPIC.above,
    'spacewerx-above',
    {
      ...as(
        'awarding-party',
        ['spacewerx'],
        article(SHIFT_2, "the U.S. Space Force's SpaceWERX organization"),
      ),
      actsFor: 'us-space-force',
    },
    as('recipient', ['above-space'], article(SHIFT_2, 'awarded a technology development contract')),
  ),
];

const ofAxiom = [
  ...inAgreement(
    TOPIC.axiom,
    'axiom-thales-alenia',
    as(
      'partner',
      ['axiom-space', 'thales-alenia-space'],
      article(SHIFT_3, "Axiom's major collaborating partner"),
      note(25),
    ),
  ),
  ...inAgreement(
    TOPIC.axiom,
    'axiom-boryung',
    as(
      'founder',
      ['axiom-space', 'boryung'],
      article(SHIFT_3, 'with the South Korean company Boryung Corporation'),
      note(26),
    ),
  ),
  ...[
    ['axiom-canada', 'csa'],
    ['axiom-uae', 'uae-space-agency'],
    ['axiom-italy', 'italy'],
    ['axiom-hungary', 'hungary'],
    ['axiom-new-zealand', 'new-zealand'],
  ].flatMap(([agreement = '', party = '']) =>
    inAgreement(
      TOPIC.axiom,
      agreement,
      as(
        'signatory',
        ['axiom-space', party],
        article(SHIFT_3, 'Axiom signed Memorandums of Understanding (MoUs)'),
      ),
    ),
  ),
  ...inAgreement(
    TOPIC.axiom,
    'axiom-bavaria',
    as(
      'signatory',
      ['axiom-space', 'bavarian-state-chancellery'],
      article(SHIFT_3, 'signed a letter of intent with the Bavarian State Chancellery'),
      note(27),
    ),
  ),
  ...inAgreement(
    TOPIC.axiom,
    'thales-leonardo',
    as(
      'not-stated',
      ['thales', 'leonardo'],
      article(SHIFT_3, 'Thales and Italian defense company Leonardo'),
      note(25),
    ),
  ),
];

const ofStarlab = [
  ...inAgreement(
    TOPIC.starlab,
    'voyager-airbus',
    as(
      'not-stated',
      ['voyager-space', 'airbus'],
      article(SHIFT_4, 'Voyager Space and the German and French corporation Airbus'),
    ),
  ),
  ...inAgreement(
    TOPIC.starlab,
    'mitsubishi-equity',
    as('equity-holder', ['mitsubishi'], equity, article(SHIFT_4, 'Mitsubishi Corporation of Japan')),
    as('issuer', ['starlab-llc'], equity),
  ),
  ...inAgreement(
    TOPIC.starlab,
    'mda-equity',
    as('equity-holder', ['mda-space'], equity, article(SHIFT_4, 'MDA Space, which was founded in Canada')),
    as('issuer', ['starlab-llc'], equity),
  ),
  ...inAgreement(
    TOPIC.starlab,
    'starlab-usra',
    as(
      'partner',
      ['starlab-llc', 'usra'],
      article(SHIFT_4, 'partnering with the Universities Space Research Association'),
    ),
  ),
  ...inAgreement(
    TOPIC.starlab,
    'starlab-iasp',
    as(
      'partner',
      ['starlab-llc', 'iasp'],
      article(SHIFT_4, 'the International Association of Science Parks (IASP)'),
    ),
  ),
  ...['esa', 'in-space', 'nsil'].flatMap((party) =>
    inAgreement(
      TOPIC.starlab,
      `starlab-${party}`,
      as('signatory', ['starlab-llc', party], article(SHIFT_4, 'Starlab has also signed MoUs')),
    ),
  ),
];

export const participations = [...betweenGovernments, ...withNasaOrSpaceForce, ...ofAxiom, ...ofStarlab];
