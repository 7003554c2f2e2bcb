/**
 * What the article claims about no single field: what there is, what is not known to be, what people said and expect. Each
 * claim is in our own words and says whose it is where it is somebody's.
 */
import {
  article,
  CONCLUSION_1,
  CONCLUSION_2,
  INTRO_3,
  INTRO_4,
  INTRO_5,
  POLICY_1,
  POLICY_2,
  POLICY_3,
  RUSSIA_CHINA_2,
  RUSSIA_CHINA_3,
  SHIFT_1,
  SHIFT_2,
  SHIFT_3,
  SHIFT_4,
  note,
} from './article.ts';
import { stated } from './build.ts';
import { asserted, noneKnown, parties, stations } from './statement-writer.ts';
import { TOPIC } from './topics.ts';
import { onTheIss } from './statements-iss.ts';
import { onRussiaAndChina } from './statements-russia-china.ts';

const counted = [
  asserted(
    'six-commercial-stations',
    TOPIC.commercial,
    {
      claim: 'U.S. companies have announced six commercial space stations.',
      about: stations('axiom-station', 'starlab', 'orbital-reef', 'vast-station', 'starmax', 'above-station'),
      asOf: '2025-09',
      count: 6,
    },
    article(SHIFT_2, 'As of September 2025, six commercial space stations'),
  ),
  asserted(
    'twenty-one-countries',
    TOPIC.iss,
    {
      claim:
        'Astronauts of 21 countries have been on the ISS, and experiments of still more, in almost 25 years without a day uncrewed.',
      about: stations('iss'),
    },
    article(INTRO_3, 'astronauts from twenty-one countries'),
    note(9),
  ),
];

/** The article's own present, in its words. What it knows none of, it knows none of then. */
const atWriting = stated('2025-09', article(SHIFT_2, 'As of September 2025'));

const noneKnownYet = [
  noneKnown(
    'no-russia-china-plan',
    TOPIC.tiangong,
    {
      claim: 'Russia and China have no public plan to work together on Tiangong.',
      about: [...parties('russia', 'china'), ...stations('tiangong')],
      asOf: atWriting,
    },
    article(RUSSIA_CHINA_3, 'Russia and China do not have any public plans'),
    article(CONCLUSION_1, 'no official plans have been announced'),
  ),
  noneKnown(
    'no-us-russia-habitat',
    TOPIC.commercial,
    {
      claim:
        'No agency or company of the United States and Russia plans a new habitat in low Earth orbit together.',
      about: parties('united-states', 'russia'),
      asOf: atWriting,
    },
    article(RUSSIA_CHINA_2, 'no plans for U.S.-Russia collaboration in the creation of any new LEO habitats'),
  ),
  noneKnown(
    'no-national-lab-plan',
    TOPIC.iss,
    {
      claim:
        'NASA has announced no official plan for what becomes of the research that the ISS National Lab arranges.',
      about: parties('nasa', 'iss-national-lab'),
      asOf: atWriting,
    },
    article(POLICY_1, 'NASA has not officially announced plans'),
  ),
];

const onCommercialStations = [
  asserted(
    'commercial-costs-less',
    TOPIC.commercial,
    {
      claim:
        'Using commercial stations should cost NASA less than keeping the ISS or building anew, and free money for other programmes.',
      about: [...parties('nasa'), ...stations('iss')],
    },
    article(INTRO_4, 'is expected to cost less than continuing to maintain the ISS'),
    note(11),
  ),
  asserted(
    'new-kinds-of-agreement',
    TOPIC.commercial,
    {
      claim:
        'NASA helps commercial stations along by Space Act Agreements and contracts of new kinds: companies draw on its expertise, experience and capital.',
      about: parties('nasa'),
    },
    article(INTRO_4, 'new types of Space Act Agreements and contracts'),
    note(12),
  ),
  asserted(
    'commercially-designed',
    TOPIC.commercial,
    {
      claim:
        'Governments turn to having space projects designed and made commercially; earlier stations were designed by NASA.',
      about: parties('nasa'),
    },
    article(SHIFT_1, 'commercially designed and manufactured rather than designed by NASA'),
  ),
  asserted(
    'two-stand-out',
    TOPIC.commercial,
    {
      claim:
        'Among the commercial stations in development, Axiom’s and Starlab stand out for partnerships abroad.',
      about: stations('axiom-station', 'starlab'),
    },
    article(SHIFT_3, 'stand out for their international partnerships'),
  ),
  asserted(
    'us-stations-critical',
    TOPIC.commercial,
    {
      claim:
        'American commercial stations are critical if the United States is to stay present in low Earth orbit.',
      about: [
        ...stations('axiom-station', 'starlab', 'orbital-reef', 'vast-station', 'starmax', 'above-station'),
        ...parties('united-states'),
      ],
    },
    article(RUSSIA_CHINA_3, 'American commercial stations critical to continuing U.S. presence in LEO'),
  ),
  asserted(
    'landscape-shifts',
    TOPIC.commercial,
    {
      claim:
        'After the ISS, partnerships in low Earth orbit will change much: a deeper divide of West and Global South, countries new to space, and arrangements that are not between governments.',
      about: stations('iss'),
    },
    article(INTRO_5, 'a deepening divide between the West and Global South'),
  ),
  asserted(
    'axiom-first-contract',
    TOPIC.axiom,
    {
      claim: 'Of all companies with a commercial station, Axiom Space was the first with a NASA contract.',
      about: parties('axiom-space', 'nasa'),
    },
    article(SHIFT_2, 'the first commercial station company to be awarded a contract by NASA'),
  ),
  asserted(
    'manber-without-russians',
    TOPIC.starlab,
    {
      claim:
        'Jeffrey Manber of Voyager Space: Starlab repeats the ISS partnership commercially, and without the Russians.',
      about: [...stations('starlab'), ...parties('voyager-space')],
    },
    article(SHIFT_4, 'on a commercial basis but without the Russians'),
    note(28),
  ),
  asserted(
    'starlab-partners',
    TOPIC.starlab,
    {
      claim:
        'Starlab has many partners across borders: companies, government agencies abroad and universities.',
      about: [...stations('starlab'), ...parties('starlab-llc')],
    },
    article(SHIFT_4, 'numerous international partnerships between U.S. and non-U.S. companies'),
  ),
  asserted(
    'mda-locations',
    TOPIC.starlab,
    {
      claim:
        'MDA Space comes from Canada and has places there, in the United States and in the United Kingdom.',
      about: parties('mda-space'),
    },
    article(SHIFT_4, 'locations in Canada, the United States, and the United Kingdom'),
  ),
  asserted(
    'usra-members',
    TOPIC.starlab,
    {
      claim:
        'The Universities Space Research Association takes in many American and international universities.',
      about: parties('usra'),
    },
    article(SHIFT_4, 'includes numerous American and international universities'),
  ),
  asserted(
    'iasp-members',
    TOPIC.starlab,
    {
      claim:
        'Parks for science and business all over the world, hundreds of them, belong to the International Association of Science Parks.',
      about: parties('iasp'),
    },
    article(SHIFT_4, 'hundreds of science and business parks across the globe'),
  ),
  asserted(
    'companies-want-missions-bought',
    TOPIC.commercial,
    {
      claim:
        'Companies that look to do research on commercial stations would have NASA buy missions, and no say in running a station.',
      about: parties('nasa'),
    },
    article(POLICY_1, 'These companies prefer that NASA purchase missions'),
  ),
  asserted(
    'regulation-is-slow',
    TOPIC.policy,
    {
      claim: 'The slow making of rules will likely keep any from being updated soon.',
      about: parties('united-states'),
    },
    article(POLICY_2, 'The slow process of regulatory changes'),
  ),
  asserted(
    'sanctions-and-the-iss',
    TOPIC.policy,
    {
      claim:
        'NASA still works with Russia on ISS missions while U.S. sanctions restrict what companies may do with Russia in space.',
      about: parties('nasa', 'russia'),
    },
    article(POLICY_3, 'NASA continues to collaborate with Russia on ISS missions'),
  ),
  asserted(
    'new-partners',
    TOPIC.commercial,
    {
      claim: 'Commercial stations open partnerships that the ISS did not, with many countries new to space.',
      about: stations('axiom-station', 'starlab', 'iss'),
    },
    article(CONCLUSION_2, 'in the human habitation of LEO that ISS did not'),
  ),
  asserted(
    'nasa-will-use-commercial-stations',
    TOPIC.commercial,
    {
      claim: 'After the ISS, NASA will use stations in low Earth orbit that companies own and operate.',
      about: parties('nasa'),
    },
    article(INTRO_4, 'make use of commercially owned and operated space stations'),
  ),
  asserted(
    'others-in-commercial-stations',
    TOPIC.commercial,
    {
      claim:
        'Other nations of the ISS, and many that are new in space, take part in the commercial stations of U.S. companies.',
      about: [...stations('iss'), ...parties('united-states')],
    },
    article(INTRO_5, 'are involved in the creation of commercial space stations by U.S.'),
  ),
  asserted(
    'companies-agree-directly',
    TOPIC.commercial,
    {
      claim:
        'U.S. companies now come to terms themselves with space agencies abroad, for their governments, and with companies there.',
      about: parties('united-states'),
    },
    article(SHIFT_1, 'U.S. companies are cementing agreements directly with foreign governments'),
  ),
];

export const statements = [
  ...counted,
  ...noneKnownYet,
  ...onTheIss,
  ...onRussiaAndChina,
  ...onCommercialStations,
];
