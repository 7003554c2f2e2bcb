/**
 * Everybody whom the article names as signing, owning, supplying, belonging or being bound. Ukraine, Kazakhstan and the
 * Soviet Union are named in it as places and history only, and publishers as publishers; they are no parties here.
 */
import {
  article,
  INTRO_1,
  INTRO_3,
  INTRO_5,
  note,
  POLICY_1,
  POLICY_4,
  RUSSIA_CHINA_1,
  SHIFT_1,
  SHIFT_2,
  SHIFT_3,
  SHIFT_4,
} from './article.ts';
import { stated, writer, type Cite } from './build.ts';
import { TOPIC } from './topics.ts';

const party = writer('party');

const states = [
  party(
    'united-states',
    TOPIC.world,
    { name: 'United States', kind: 'state', countries: ['US'], aliases: ['United States of America'] },
    article(SHIFT_1, 'between the United States and Japan'),
  ),
  party(
    'russia',
    TOPIC.world,
    {
      name: 'Russia',
      kind: 'state',
      countries: ['RU'],
      aliases: ['Russian Federation', 'Russian government'],
    },
    article(RUSSIA_CHINA_1, 'Roscosmos and the Russian government'),
  ),
  party(
    'canada',
    TOPIC.world,
    { name: 'Canada', kind: 'state', countries: ['CA'], aliases: ['Canadian government'] },
    article(INTRO_1, 'The Canadian government'),
  ),
  party(
    'japan',
    TOPIC.world,
    { name: 'Japan', kind: 'state', countries: ['JP'] },
    article(SHIFT_1, 'between the United States and Japan'),
  ),
  party(
    'china',
    TOPIC.world,
    { name: 'China', kind: 'state', countries: ['CN'] },
    article(INTRO_5, "China's Tiangong station"),
  ),
  party(
    'brazil',
    TOPIC.world,
    { name: 'Brazil', kind: 'state', countries: ['BR'] },
    article(INTRO_5, 'Brazil, Russia, India, China, South Africa'),
  ),
  party(
    'india',
    TOPIC.world,
    { name: 'India', kind: 'state', countries: ['IN'] },
    article(INTRO_5, 'Brazil, Russia, India, China, South Africa'),
  ),
  party(
    'south-africa',
    TOPIC.world,
    { name: 'South Africa', kind: 'state', countries: ['ZA'] },
    article(INTRO_5, 'Brazil, Russia, India, China, South Africa'),
  ),
  party(
    'italy',
    TOPIC.axiom,
    { name: 'Italy', kind: 'state', countries: ['IT'], aliases: ['Government of Italy'] },
    article(SHIFT_3, 'governments of Italy, Hungary, and New Zealand'),
  ),
  party(
    'hungary',
    TOPIC.axiom,
    { name: 'Hungary', kind: 'state', countries: ['HU'], aliases: ['Government of Hungary'] },
    article(SHIFT_3, 'governments of Italy, Hungary, and New Zealand'),
  ),
  party(
    'new-zealand',
    TOPIC.axiom,
    { name: 'New Zealand', kind: 'state', countries: ['NZ'], aliases: ['Government of New Zealand'] },
    article(SHIFT_3, 'governments of Italy, Hungary, and New Zealand'),
  ),
  party(
    'bavarian-state-chancellery',
    TOPIC.axiom,
    { name: 'Bavarian State Chancellery', kind: 'sub-state-government', countries: ['DE'] },
    article(SHIFT_3, 'Bavarian State Chancellery, the government of the German state of Bavaria'),
    note(27),
  ),
];

const indianAgencies = article(SHIFT_4, 'both government agencies of India');

const agencies = [
  party(
    'nasa',
    TOPIC.world,
    {
      name: 'NASA',
      kind: 'agency',
      countries: ['US'],
      aliases: ['National Aeronautics and Space Administration'],
    },
    article(INTRO_3, 'U.S. National Aeronautics and Space Administration (NASA)'),
  ),
  party(
    'roscosmos',
    TOPIC.world,
    { name: 'Roscosmos', kind: 'agency', countries: ['RU'] },
    article(INTRO_3, 'the Russian space agency Roscosmos'),
    note(6),
  ),
  party(
    'csa',
    TOPIC.world,
    { name: 'Canadian Space Agency', kind: 'agency', countries: ['CA'], aliases: ['CSA'] },
    article(INTRO_3, 'Canadian Space Agency (CSA)'),
    note(7),
  ),
  party(
    'jaxa',
    TOPIC.world,
    { name: 'Japan Aerospace Exploration Agency', kind: 'agency', countries: ['JP'], aliases: ['JAXA'] },
    article(INTRO_3, 'Japan Aerospace Exploration Agency (JAXA)'),
    note(8),
  ),
  party(
    'esa',
    TOPIC.world,
    { name: 'European Space Agency', kind: 'intergovernmental-body', aliases: ['ESA'] },
    article(INTRO_1, 'European Space Agency (ESA)'),
  ),
  party(
    'uae-space-agency',
    TOPIC.axiom,
    { name: 'Space agency of the United Arab Emirates', kind: 'agency', countries: ['AE'] },
    article(SHIFT_3, 'space agencies of Canada and the United Arab Emirates (UAE)'),
  ),
  party(
    'in-space',
    TOPIC.starlab,
    {
      name: 'Indian National Space Promotion and Authorisation Centre',
      kind: stated('agency', indianAgencies),
      countries: stated(['IN'], indianAgencies),
      aliases: ['IN-SPACe'],
    },
    article(SHIFT_4, 'Indian National Space Promotion and Authorisation Centre (IN-SPACe)'),
  ),
  party(
    'nsil',
    TOPIC.starlab,
    {
      name: 'NewSpace India Limited',
      kind: stated('agency', indianAgencies),
      countries: stated(['IN'], indianAgencies),
      aliases: ['NSIL'],
    },
    article(SHIFT_4, 'NewSpace India Limited (NSIL)'),
  ),
  party(
    'us-space-force',
    TOPIC.above,
    { name: 'U.S. Space Force', kind: 'agency', countries: ['US'] },
    article(SHIFT_2, "U.S. Space Force's SpaceWERX organization"),
  ),
  party(
    'spacewerx',
    TOPIC.above,
    { name: 'SpaceWERX', kind: 'agency', countries: ['US'] },
    article(SHIFT_2, "U.S. Space Force's SpaceWERX organization"),
  ),
  party(
    'ostp',
    TOPIC.policy,
    {
      name: 'Office of Science and Technology Policy',
      kind: 'agency',
      countries: ['US'],
      aliases: ['OSTP'],
    },
    article(POLICY_4, 'Office of Science and Technology Policy (OSTP)'),
    note(31),
  ),
];

/** One of the companies whose stations the article counts: six were 'announced by U.S. companies'. */
function stationMaker(key: string, topic: string, name: string, where: Cite) {
  const announced = article(SHIFT_2, 'announced by U.S. companies');
  return party(
    key,
    topic,
    { name, kind: stated('company', announced), countries: stated(['US'], announced) },
    where,
  );
}

const companies = [
  stationMaker(
    'axiom-space',
    TOPIC.axiom,
    'Axiom Space',
    article(SHIFT_3, 'Axiom Space, which received a NASA contract'),
  ),
  party(
    'thales-alenia-space',
    TOPIC.axiom,
    {
      name: 'Thales Alenia Space',
      kind: 'joint-venture',
      countries: stated(['FR'], article(SHIFT_3, 'is headquartered in Cannes, France'), note(25)),
      seat: stated('Cannes, France', article(SHIFT_3, 'is headquartered in Cannes, France'), note(25)),
    },
    article(SHIFT_3, 'a joint venture between the French technology company Thales'),
    note(25),
  ),
  party(
    'thales',
    TOPIC.axiom,
    { name: 'Thales', kind: 'company', countries: ['FR'] },
    article(SHIFT_3, 'the French technology company Thales'),
    note(25),
  ),
  party(
    'leonardo',
    TOPIC.axiom,
    { name: 'Leonardo', kind: 'company', countries: ['IT'] },
    article(SHIFT_3, 'Italian defense company Leonardo'),
    note(25),
  ),
  party(
    'boryung',
    TOPIC.axiom,
    { name: 'Boryung Corporation', kind: 'company', countries: ['KR'] },
    article(SHIFT_3, 'South Korean company Boryung Corporation'),
    note(26),
  ),
  party(
    'axiom-boryung-venture',
    TOPIC.axiom,
    { name: 'Axiom–Boryung venture (not named)', kind: 'joint-venture' },
    article(SHIFT_3, 'founded a joint venture'),
    note(26),
  ),
  stationMaker(
    'blue-origin',
    TOPIC.orbitalReef,
    'Blue Origin',
    article(SHIFT_2, 'made by Blue Origin and Sierra Space'),
  ),
  stationMaker(
    'sierra-space',
    TOPIC.orbitalReef,
    'Sierra Space',
    article(SHIFT_2, 'made by Blue Origin and Sierra Space'),
  ),
  stationMaker('vast', TOPIC.vast, 'Vast', article(SHIFT_2, 'Vast and Starmax')),
  stationMaker('gravitics', TOPIC.starmax, 'Gravitics', article(SHIFT_2, 'made by the company Gravitics')),
  stationMaker('above-space', TOPIC.above, 'ABOVE: Space', article(SHIFT_2, 'A final company, ABOVE: Space')),
  party(
    'voyager-space',
    TOPIC.starlab,
    { name: 'Voyager Space', kind: 'company', countries: ['US'] },
    article(SHIFT_4, 'the U.S. company Voyager Space'),
  ),
  party(
    'airbus',
    TOPIC.starlab,
    { name: 'Airbus', kind: 'company', countries: ['DE', 'FR'] },
    article(SHIFT_4, 'German and French corporation Airbus'),
  ),
  party(
    'starlab-llc',
    TOPIC.starlab,
    {
      name: 'Starlab LLC',
      kind: stated(
        'joint-venture',
        article(SHIFT_4, 'a joint venture between the U.S. company Voyager Space'),
      ),
    },
    article(SHIFT_4, 'hold equity in Starlab LLC'),
  ),
  party(
    'mitsubishi',
    TOPIC.starlab,
    { name: 'Mitsubishi Corporation', kind: 'company', countries: ['JP'] },
    article(SHIFT_4, 'Mitsubishi Corporation of Japan'),
  ),
  party(
    'mda-space',
    TOPIC.starlab,
    {
      name: 'MDA Space',
      kind: 'company',
      countries: ['CA'],
    },
    article(SHIFT_4, 'MDA Space, which was founded in Canada'),
  ),
];

const others = [
  party('brics', TOPIC.world, { name: 'BRICS', kind: 'other' }, article(INTRO_5, 'nations of BRICS')),
  party(
    'iss-national-lab',
    TOPIC.iss,
    { name: 'ISS National Lab', kind: 'other' },
    article(POLICY_1, 'The ISS National Lab facilitates research'),
  ),
  party(
    'usra',
    TOPIC.starlab,
    {
      name: 'Universities Space Research Association',
      kind: stated(
        'university-consortium',
        article(SHIFT_4, 'numerous American and international universities'),
      ),
      aliases: ['USRA'],
    },
    article(SHIFT_4, 'Universities Space Research Association (USRA)'),
  ),
  party(
    'iasp',
    TOPIC.starlab,
    { name: 'International Association of Science Parks', kind: 'association', aliases: ['IASP'] },
    article(SHIFT_4, 'International Association of Science Parks (IASP)'),
  ),
];

export const parties = [...states, ...agencies, ...companies, ...others];
