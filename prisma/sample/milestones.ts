/**
 * Dated steps. A date is as exact as the article gives it and no more: a month, a year, an interval, or only its wording.
 * Steps that lie ahead have their dates in forecasts.ts; where nobody has published one, they have none.
 */
import {
  article,
  INTRO_1,
  INTRO_2,
  INTRO_3,
  INTRO_4,
  note,
  POLICY_1,
  RUSSIA_CHINA_1,
  RUSSIA_CHINA_3,
} from './article.ts';
import { idOf, stated, writer, type Cite } from './build.ts';
import { commercialMilestones } from './milestones-commercial.ts';
import { TOPIC } from './topics.ts';

const milestone = writer('milestone');
const station = (key: string) => idOf('station', key);
const party = (key: string) => idOf('party', key);

const directive = { source: 'reagan-1984', locator: 'note 1' };
const expedition1: Cite = {
  source: 'nasa-expedition-1',
  locator: 'caption',
  quote: 'On Nov. 2, 2000, the Expedition 1 crew',
};
const shenzhou12: Cite = {
  source: 'space-com-shenzhou-12',
  locator: 'para. 2',
  quote: 'The Shenzhou 12 mission docked with Tianhe',
};

const ofTheIss = [
  milestone(
    'reagan-directive',
    TOPIC.iss,
    {
      name: 'NASA directed to develop a station',
      subject: station('iss'),
      kind: 'policy',
      state: 'done',
      actual: stated('1984-01-25', directive, article('note 1', 'January 25, 1984')),
      actualWording: '1984 State of the Union address',
      responsible: party('united-states'),
    },
    article(INTRO_1, '1984 State of the Union address'),
    note(1),
  ),
  milestone(
    'permanently-crewed-station',
    TOPIC.iss,
    {
      name: 'Permanently crewed station (1984 goal)',
      subject: station('iss'),
      kind: 'operational',
      state: 'not-known',
      responsible: party('nasa'),
      description: 'When the direction of 1984 was fulfilled is not stated.',
    },
    article(INTRO_1, 'to develop a permanently manned space station'),
    note(1),
  ),
  milestone(
    'first-partners-join',
    TOPIC.iss,
    {
      name: 'Canada, Japan and ESA join',
      subject: station('iss'),
      kind: 'policy',
      state: 'done',
      actualWording: 'In the following decade',
      description: 'They joined the United States in building the ISS.',
    },
    article(INTRO_1, 'In the following decade, Canada, Japan, and the European Space Agency (ESA) joined'),
  ),
  milestone(
    'russia-joins',
    TOPIC.iss,
    {
      name: 'Russia joins the ISS',
      subject: station('iss'),
      kind: 'policy',
      state: 'done',
      actual: '1994',
      responsible: party('russia'),
    },
    article(INTRO_2, 'Russia did not join the ISS until 1994'),
    note(4),
  ),
  milestone(
    'iga-signed',
    TOPIC.iss,
    {
      name: 'Inter-Governmental Agreement signed',
      subject: idOf('agreement', 'iga'),
      kind: 'policy',
      state: 'done',
      actual: '1998',
    },
    article(INTRO_2, 'signed the Inter-Governmental Agreement (IGA) in 1998'),
    note(5),
  ),
  milestone(
    'first-module',
    TOPIC.iss,
    {
      name: 'First ISS module launched',
      subject: station('iss'),
      kind: 'launch',
      state: 'done',
      actual: '1998-11',
      responsible: party('roscosmos'),
    },
    article(INTRO_3, 'Roscosmos and launched in November 1998'),
    note(6),
  ),
  milestone(
    'first-nasa-component',
    TOPIC.iss,
    {
      name: 'First NASA component launched',
      subject: station('iss'),
      kind: 'launch',
      state: 'done',
      actual: '[1998-11..1998-12]',
      actualWording: 'just two weeks later',
      responsible: party('nasa'),
      dependsOn: [idOf('milestone', 'first-module')],
      description: 'Two weeks after the first module, and attached to it; the day is not stated.',
    },
    article(INTRO_3, 'launched just two weeks later, attaching to the Russian control module'),
  ),
  milestone(
    'canadarm',
    TOPIC.iss,
    {
      name: 'Canadarm added',
      subject: station('iss'),
      kind: 'assembly',
      state: 'done',
      actual: '2001',
      responsible: party('csa'),
    },
    article(INTRO_3, 'the robotic arm ("Canadarm"), to the station in 2001'),
    note(7),
  ),
  ...(
    [
      ['jaxa-first-module', 'First JAXA module added', 'jaxa'],
      ['esa-first-module', 'First ESA module added', 'esa'],
    ] as const
  ).map(([key, name, responsible]) =>
    milestone(
      key,
      TOPIC.iss,
      {
        name,
        subject: station('iss'),
        kind: 'assembly',
        state: 'done',
        actual: '2008',
        responsible: party(responsible),
      },
      article(INTRO_3, 'both added their first modules in 2008'),
      note(8),
    ),
  ),
  milestone(
    'iss-first-crew',
    TOPIC.iss,
    {
      name: 'First crew of the ISS',
      subject: station('iss'),
      kind: 'first-crew',
      state: 'done',
      actual: '2000-11-02',
    },
    expedition1,
  ),
  milestone(
    'research-models-report',
    TOPIC.iss,
    {
      name: 'NASA report on research models',
      subject: station('iss'),
      kind: 'policy',
      state: 'done',
      actual: '2023-11',
      responsible: party('nasa'),
      description: 'It compares ways in which NASA could have research done on commercial stations.',
    },
    article(POLICY_1, 'In November 2023, NASA published a report'),
    note(29),
  ),
  milestone(
    'russia-until-2028',
    TOPIC.iss,
    {
      name: 'Agreed Russian participation ends',
      subject: idOf('agreement', 'russia-until-2028'),
      kind: 'policy',
      state: 'expected',
      description: 'Up to here Russia has agreed to take part. What follows is not stated.',
    },
    article(RUSSIA_CHINA_1, 'to continue being a part of ISS until 2028'),
    note(14),
  ),
  milestone(
    'iss-decommissioning',
    TOPIC.iss,
    {
      name: 'ISS decommissioning',
      subject: station('iss'),
      kind: 'retirement',
      state: 'expected',
      responsible: party('nasa'),
    },
    article(INTRO_4, 'will be decommissioned and deorbited in 2030'),
    note(10),
  ),
  milestone(
    'iss-deorbit',
    TOPIC.iss,
    {
      name: 'ISS deorbit',
      subject: station('iss'),
      kind: 'deorbit',
      state: 'expected',
      responsible: party('nasa'),
    },
    article(INTRO_4, 'will be decommissioned and deorbited in 2030'),
    note(10),
  ),
];

const ofTiangong = [
  milestone(
    'tiangong-modules',
    TOPIC.tiangong,
    {
      name: 'Three Tiangong modules launched',
      subject: station('tiangong'),
      kind: 'launch',
      state: 'done',
      actual: '2021/2022',
    },
    article(RUSSIA_CHINA_3, 'three of its modules launched in 2021 and 2022'),
    note(19),
  ),
  milestone(
    'tiangong-first-crew',
    TOPIC.tiangong,
    {
      name: 'First crew of Tiangong',
      subject: station('tiangong'),
      kind: 'first-crew',
      state: 'done',
      actual: '2021-06-17',
    },
    shenzhou12,
  ),
  milestone(
    'tiangong-opens',
    TOPIC.tiangong,
    {
      name: 'Tiangong opened to foreign visitors',
      subject: station('tiangong'),
      kind: 'opening',
      state: 'done',
      actual: '2023-10',
      responsible: party('china'),
      description: 'China announced that it is open to them.',
    },
    article(RUSSIA_CHINA_3, 'open to foreign visitors in October of 2023'),
    note(21),
  ),
];

export const milestones = [...ofTheIss, ...ofTiangong, ...commercialMilestones];
