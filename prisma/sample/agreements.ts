/**
 * The agreements of the article, each of its own kind: a letter of intent is no memorandum, an unfunded Space Act
 * Agreement no funded one, the SpaceWERX contract is none with NASA. A release announces on its day and signs nothing, and
 * where the article does not say how an agreement stands, neither does the record.
 */
import { article, INTRO_2, note, RUSSIA_CHINA_1, SHIFT_1, SHIFT_2, SHIFT_3, SHIFT_4 } from './article.ts';
import { claiming, idOf, stated, writer } from './build.ts';
import { TOPIC } from './topics.ts';

const agreement = writer('agreement');
const onStation = (key: string) => [idOf('station', key)];

const betweenGovernments = [
  agreement(
    'iga',
    TOPIC.iss,
    {
      name: 'Inter-Governmental Agreement (ISS)',
      summary: 'Says which country plays which part in the ISS, and how they cooperate.',
      instrument: 'intergovernmental-agreement',
      instrumentTitle: stated(
        'Space Station: Agreement Between the United States of America and Other Governments',
        article('note 13', 'Agreement Between the United States of America and Other Governments'),
        note(13),
      ),
      purposes: stated(['development'], article(SHIFT_1, 'To build the ISS, agreements were made directly')),
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
      name: 'United States–Japan agreement on the ISS',
      summary: 'Given as an example of the agreements made directly between governments to build the ISS.',
      purposes: ['development'],
      stations: onStation('iss'),
    },
    article(SHIFT_1, 'between governments: for example, between the United States and Japan'),
  ),
  agreement(
    'russia-until-2028',
    TOPIC.iss,
    {
      name: 'Russian ISS participation until 2028',
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
      announced: stated(
        '2020-01-27',
        { ...note(24), quote: 'NASA Selects First Commercial Destination Module' },
        article('note 24', 'NASA, January 27, 2020'),
      ),
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
      name: 'NASA award for Orbital Reef',
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
      name: 'Axiom–Thales Alenia Space partnership',
      summary:
        'Thales Alenia Space is a major partner of Axiom Space for its station; the form of the partnership is not stated.',
      stations: onStation('axiom-station'),
    },
    article(SHIFT_3, 'major collaborating partner for its station'),
    note(25),
  ),
  agreement(
    'axiom-boryung',
    TOPIC.axiom,
    {
      name: 'Axiom–Boryung joint venture',
      summary: 'To look together for business around the station and to run the partnerships in South Korea.',
      purposes: stated(['market'], article(SHIFT_3, 'jointly explore business opportunities'), note(26)),
      status: stated('announced', { ...note(26), quote: 'Announce Joint Venture' }),
      announced: stated(
        '2024-01-12',
        { ...note(26), quote: 'Announce Joint Venture' },
        article('note 26', 'Axiom Space, January 12, 2024'),
      ),
      stations: onStation('axiom-station'),
    },
    article(SHIFT_3, 'founded a joint venture'),
    note(26),
  ),
  ...(
    [
      ['canada', 'the Canadian Space Agency', 'to work with the space agencies of Canada'],
      ['uae', 'the UAE space agency', 'space agencies of Canada and the United Arab Emirates (UAE)'],
      ['italy', 'Italy', 'with the governments of Italy'],
      ['hungary', 'Hungary', 'with the governments of Italy, Hungary'],
      ['new-zealand', 'New Zealand', 'with the governments of Italy, Hungary, and New Zealand'],
    ] as const
  ).map(([key, name, quote]) =>
    agreement(
      `axiom-${key}`,
      TOPIC.axiom,
      {
        name: `Axiom MoU with ${name}`,
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
      name: 'Axiom letter of intent with Bavaria',
      summary: 'The government of Bavaria intends to work with Axiom Space.',
      instrument: 'letter-of-intent',
      status: 'signed',
      announced: stated(
        '2024-06-26',
        { ...note(27), quote: 'Intends to Collaborate' },
        article('note 27', 'Axiom Space, June 26, 2024'),
      ),
      stations: onStation('axiom-station'),
    },
    article(SHIFT_3, 'signed a letter of intent with the Bavarian State Chancellery'),
    note(27),
  ),
  agreement(
    'thales-leonardo',
    TOPIC.axiom,
    {
      name: 'Thales–Leonardo joint venture',
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
      name: 'Voyager Space–Airbus joint venture',
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
      name: 'Mitsubishi equity in Starlab LLC',
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
      name: 'MDA Space equity in Starlab LLC',
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
      name: 'Starlab partnership with USRA',
      summary: 'The two are partners; the form of the partnership is not stated.',
      stations: onStation('starlab'),
    },
    article(SHIFT_4, 'Starlab is also partnering with'),
  ),
  agreement(
    'starlab-iasp',
    TOPIC.starlab,
    {
      name: 'Starlab partnership with IASP',
      summary: 'The two are partners; the form of the partnership is not stated.',
      stations: onStation('starlab'),
    },
    article(SHIFT_4, 'Starlab is also partnering with'),
  ),
  ...(
    [
      ['esa', 'ESA', 'signed MoUs with the ESA'],
      ['in-space', 'IN-SPACe', 'Promotion and Authorisation Centre (IN-SPACe)'],
      ['nsil', 'NSIL', 'NewSpace India Limited (NSIL)'],
    ] as const
  ).map(([key, name, quote]) =>
    agreement(
      `starlab-${key}`,
      TOPIC.starlab,
      {
        name: `Starlab MoU with ${name}`,
        instrument: stated('memorandum-of-understanding', article(SHIFT_4, 'Starlab has also signed MoUs')),
        status: stated('signed', article(SHIFT_4, 'Starlab has also signed MoUs')),
        stations: onStation('starlab'),
      },
      article(SHIFT_4, quote),
    ),
  ),
];

export const agreements = [...betweenGovernments, ...withNasaOrSpaceForce, ...ofAxiom, ...ofStarlab];
