/**
 * The agreements of the article, each of its own kind: a letter of intent is no memorandum, an unfunded Space Act
 * Agreement no funded one, the SpaceWERX contract is none with NASA. A release announces on its day and signs nothing, and
 * where the article does not say how an agreement stands, neither does the record.
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
import { claiming, idOf, stated, writer } from './build.ts';
import { TOPIC } from './topics.ts';

const agreement = writer('agreement');
const onStation = (key: string) => [idOf('station', key)];

const betweenGovernments = [
  agreement(
    'iga',
    TOPIC.iss,
    {
      name: 'Inter-Governmental Agreement on the International Space Station',
      summary: 'Says which country plays which part in the ISS, and how they cooperate.',
      instrument: 'intergovernmental-agreement',
      instrumentTitle: stated(
        'Space Station: Agreement Between the United States of America and Other Governments',
        article('note 13', 'Agreement Between the United States of America and Other Governments'),
      ),
      purposes: stated(['development'], article(INTRO_1, 'to build the International Space Station (ISS)')),
      status: 'signed',
      signed: '1998',
      statedPartyCount: 15,
      stations: onStation('iss'),
    },
    article(INTRO_2, 'fifteen participating nations signed the Inter-Governmental Agreement (IGA) in 1998'),
    note(5),
  ),
  agreement(
    'us-japan-iss',
    TOPIC.iss,
    {
      name: 'Agreement of the United States and Japan on the International Space Station',
      summary: 'Given as an example of the agreements made directly between governments to build the ISS.',
      purposes: ['development'],
      stations: onStation('iss'),
    },
    article(SHIFT_1, 'made directly between governments'),
  ),
  agreement(
    'russia-until-2028',
    TOPIC.iss,
    {
      name: 'Russian participation in the International Space Station until 2028',
      summary:
        'Roscosmos and the Russian government agreed to go on taking part, after several threats to leave earlier. With whom they agreed is not stated.',
      expires: '2028',
      expiresWording: 'until 2028',
      stations: onStation('iss'),
    },
    article(RUSSIA_CHINA_1, 'continue being a part of ISS until 2028'),
    note(14),
  ),
];

const withNasaOrSpaceForce = [
  agreement(
    'nasa-axiom',
    TOPIC.axiom,
    {
      name: 'NASA contract with Axiom Space',
      summary:
        'For a station that is first attached to the ISS and then flies free; the first such contract that NASA awarded.',
      instrument: stated(
        'contract',
        article(SHIFT_3, 'received a NASA contract in 2020'),
        article(SHIFT_2, 'to be awarded a contract by NASA'),
        note(24),
      ),
      purposes: ['development'],
      announced: stated('2020-01-27', {
        ...note(24),
        quote: 'NASA Selects First Commercial Destination Module',
      }),
      stations: onStation('axiom-station'),
    },
    article(SHIFT_2, 'to build a station that would first attach to the ISS'),
  ),
  agreement(
    'nasa-starlab',
    TOPIC.starlab,
    {
      name: 'NASA award for Starlab',
      summary:
        'NASA funds for a free-flying station in the first phase of its Commercial LEO Destinations programme.',
      instrument: stated(
        'space-act-agreement-funded',
        article(SHIFT_2, 'awarded funds through Space Act Agreements'),
        claiming('contract', article(SHIFT_4, 'received a NASA contract award in 2021')),
      ),
      purposes: ['development'],
      stations: onStation('starlab'),
    },
    article(SHIFT_2, 'to develop free-flying stations in the first phase'),
  ),
  agreement(
    'nasa-orbital-reef',
    TOPIC.orbitalReef,
    {
      name: 'NASA Space Act Agreement for Orbital Reef',
      summary:
        'NASA funds for a free-flying station in the first phase of its Commercial LEO Destinations programme.',
      instrument: stated(
        'space-act-agreement-funded',
        article(SHIFT_2, 'awarded funds through Space Act Agreements'),
      ),
      purposes: ['development'],
      stations: onStation('orbital-reef'),
    },
    article(SHIFT_2, 'to develop free-flying stations in the first phase'),
  ),
  agreement(
    'nasa-vast',
    TOPIC.vast,
    {
      name: 'NASA Space Act Agreement with Vast',
      summary:
        'Opens NASA’s facilities and know-how to the company while it develops and tests; no money goes with it.',
      instrument: stated(
        'space-act-agreement-unfunded',
        article(SHIFT_2, 'have unfunded Space Act Agreements with NASA'),
      ),
      purposes: ['development'],
      stations: onStation('vast-station'),
    },
    article(SHIFT_2, 'access NASA facilities and expertise for development and testing'),
  ),
  agreement(
    'nasa-gravitics',
    TOPIC.starmax,
    {
      name: 'NASA Space Act Agreement for Starmax',
      summary:
        'Opens NASA’s facilities and know-how to the company while it develops and tests; no money goes with it.',
      instrument: stated(
        'space-act-agreement-unfunded',
        article(SHIFT_2, 'have unfunded Space Act Agreements with NASA'),
      ),
      purposes: ['development'],
      stations: onStation('starmax'),
    },
    article(SHIFT_2, 'access NASA facilities and expertise for development and testing'),
  ),
  agreement(
    'spacewerx-above',
    TOPIC.above,
    {
      name: 'SpaceWERX contract with ABOVE: Space',
      summary: 'A technology development contract awarded through the Space Force, not through NASA.',
      instrument: 'contract',
      purposes: ['technology'],
      stations: onStation('above-station'),
    },
    article(SHIFT_2, 'awarded a technology development contract'),
  ),
];

const ofAxiom = [
  agreement(
    'axiom-thales-alenia',
    TOPIC.axiom,
    {
      name: 'Axiom Space and Thales Alenia Space',
      summary: 'Thales Alenia Space is the main partner with which Axiom Space works on its station.',
      stations: onStation('axiom-station'),
    },
    article(SHIFT_3, 'major collaborating partner for its station'),
    note(25),
  ),
  agreement(
    'axiom-boryung',
    TOPIC.axiom,
    {
      name: 'Joint venture agreement of Axiom Space and Boryung',
      summary: 'To look together for business around the station and to run the partnerships in South Korea.',
      purposes: stated(['market'], article(SHIFT_3, 'jointly explore business opportunities'), note(26)),
      status: stated('announced', { ...note(26), quote: 'Announce Joint Venture' }),
      announced: stated('2024-01-12', { ...note(26), quote: 'Announce Joint Venture' }),
      stations: onStation('axiom-station'),
    },
    article(SHIFT_3, 'founded a joint venture'),
    note(26),
  ),
  ...(
    [
      ['canada', 'the Canadian Space Agency', 'the space agencies of Canada'],
      ['uae', 'the space agency of the United Arab Emirates', 'and the United Arab Emirates (UAE)'],
      ['italy', 'Italy', 'the governments of Italy'],
      ['hungary', 'Hungary', 'Italy, Hungary'],
      ['new-zealand', 'New Zealand', 'and New Zealand'],
    ] as const
  ).map(([key, name, quote]) =>
    agreement(
      `axiom-${key}`,
      TOPIC.axiom,
      {
        name: `Memorandum of Axiom Space and ${name}`,
        summary: 'The two agree to work together on Axiom’s commercial station programme.',
        instrument: stated(
          'memorandum-of-understanding',
          article(SHIFT_3, 'Axiom signed Memorandums of Understanding (MoUs)'),
        ),
        status: stated('signed', article(SHIFT_3, 'Axiom signed Memorandums of Understanding (MoUs)')),
        stations: onStation('axiom-station'),
      },
      article(SHIFT_3, quote),
    ),
  ),
  agreement(
    'axiom-bavaria',
    TOPIC.axiom,
    {
      name: 'Letter of intent of Axiom Space and the Bavarian State Chancellery',
      summary: 'The government of Bavaria intends to work with Axiom Space.',
      instrument: 'letter-of-intent',
      status: 'signed',
      announced: stated('2024-06-26', { ...note(27), quote: 'Intends to Collaborate' }),
      stations: onStation('axiom-station'),
    },
    article(SHIFT_3, 'signed a letter of intent with the Bavarian State Chancellery'),
    note(27),
  ),
  agreement(
    'thales-leonardo',
    TOPIC.axiom,
    {
      name: 'Joint venture of Thales and Leonardo',
      summary: 'Thales Alenia Space is their joint venture.',
    },
    article(SHIFT_3, 'a joint venture between the French technology company Thales'),
    note(25),
  ),
];

const ofStarlab = [
  agreement(
    'voyager-airbus',
    TOPIC.starlab,
    {
      name: 'Joint venture of Voyager Space and Airbus',
      summary: 'Starlab is a joint venture of the two.',
      purposes: ['development'],
      stations: onStation('starlab'),
    },
    article(SHIFT_4, 'The station is a joint venture'),
  ),
  agreement(
    'mitsubishi-equity',
    TOPIC.starlab,
    {
      name: 'Equity of Mitsubishi Corporation in Starlab LLC',
      summary: 'Mitsubishi Corporation holds equity in Starlab LLC; how much is not stated.',
      purposes: ['equity'],
      stations: onStation('starlab'),
    },
    article(SHIFT_4, 'Two other international companies hold equity in Starlab LLC'),
  ),
  agreement(
    'mda-equity',
    TOPIC.starlab,
    {
      name: 'Equity of MDA Space in Starlab LLC',
      summary: 'MDA Space holds equity in Starlab LLC; how much is not stated.',
      purposes: ['equity'],
      stations: onStation('starlab'),
    },
    article(SHIFT_4, 'Two other international companies hold equity in Starlab LLC'),
  ),
  agreement(
    'starlab-usra',
    TOPIC.starlab,
    {
      name: 'Starlab and the Universities Space Research Association',
      summary: 'The two are partners; the form of the partnership is not stated.',
      stations: onStation('starlab'),
    },
    article(SHIFT_4, 'Starlab is also partnering with'),
  ),
  agreement(
    'starlab-iasp',
    TOPIC.starlab,
    {
      name: 'Starlab and the International Association of Science Parks',
      summary: 'The two are partners; the form of the partnership is not stated.',
      stations: onStation('starlab'),
    },
    article(SHIFT_4, 'Starlab is also partnering with'),
  ),
  ...(
    [
      ['esa', 'the European Space Agency', 'signed MoUs with the'],
      ['in-space', 'IN-SPACe', 'Promotion and Authorisation Centre (IN-SPACe)'],
      ['nsil', 'NewSpace India Limited', 'NewSpace India Limited (NSIL)'],
    ] as const
  ).map(([key, name, quote]) =>
    agreement(
      `starlab-${key}`,
      TOPIC.starlab,
      {
        name: `Memorandum of Starlab and ${name}`,
        instrument: stated('memorandum-of-understanding', article(SHIFT_4, 'Starlab has also signed MoUs')),
        status: stated('signed', article(SHIFT_4, 'Starlab has also signed MoUs')),
        stations: onStation('starlab'),
      },
      article(SHIFT_4, quote),
    ),
  ),
];

export const agreements = [...betweenGovernments, ...withNasaOrSpaceForce, ...ofAxiom, ...ofStarlab];
