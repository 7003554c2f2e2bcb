/** Dated steps of the commercial stations and of the awards to them. */
import { article, note, SHIFT_2, SHIFT_3, SHIFT_4 } from './article.ts';
import { idOf, stated, writer } from './build.ts';
import { TOPIC } from './topics.ts';

const milestone = writer('milestone');
const station = (key: string) => idOf('station', key);
const agreement = (key: string) => idOf('agreement', key);
const party = (key: string) => idOf('party', key);

const attachment = article(SHIFT_2, 'would first attach to the ISS then detach to become free-flying');

export const commercialMilestones = [
  milestone(
    'axiom-award',
    TOPIC.axiom,
    {
      name: 'Axiom Space receives its NASA contract',
      subject: agreement('nasa-axiom'),
      kind: 'award',
      state: 'done',
      actual: '2020',
      responsible: party('nasa'),
    },
    article(SHIFT_3, 'received a NASA contract in 2020'),
    note(24),
  ),
  milestone(
    'starlab-award',
    TOPIC.starlab,
    {
      name: 'Starlab receives its NASA award',
      subject: agreement('nasa-starlab'),
      kind: 'award',
      state: 'done',
      actual: '2021',
      responsible: party('nasa'),
    },
    article(SHIFT_4, 'received a NASA contract award in 2021'),
  ),
  milestone(
    'boryung-announced',
    TOPIC.axiom,
    {
      name: 'Axiom–Boryung venture announced',
      subject: agreement('axiom-boryung'),
      kind: 'other',
      state: 'done',
      actual: '2024-01-12',
    },
    { ...note(26), quote: 'Announce Joint Venture' },
    article('note 26', 'Axiom Space, January 12, 2024'),
  ),
  milestone(
    'bavaria-announced',
    TOPIC.axiom,
    {
      name: 'Bavarian letter of intent announced',
      subject: agreement('axiom-bavaria'),
      kind: 'other',
      state: 'done',
      actual: '2024-06-26',
    },
    { ...note(27), quote: 'Intends to Collaborate' },
    article('note 27', 'Axiom Space, June 26, 2024'),
  ),
  milestone(
    'axiom-first-module',
    TOPIC.axiom,
    {
      name: 'First Axiom Station module launch',
      subject: station('axiom-station'),
      kind: 'launch',
      state: 'expected',
      responsible: party('axiom-space'),
      description:
        'A habitation module by the older plans, the payload, power and thermal module by the newer ones.',
    },
    {
      source: 'spacedaily-nasa-partners',
      locator: 'Axiom Space, para. 1',
      quote: 'to launch and attach its first module',
    },
  ),
  milestone(
    'axiom-attaches',
    TOPIC.axiom,
    {
      name: 'Axiom Station attaches to the ISS',
      subject: station('axiom-station'),
      kind: 'attachment',
      state: 'expected',
      dependsOn: stated([idOf('milestone', 'axiom-first-module')]),
    },
    attachment,
  ),
  milestone(
    'axiom-first-crew',
    TOPIC.axiom,
    {
      name: 'First crew of Axiom Station',
      subject: station('axiom-station'),
      kind: 'first-crew',
      state: 'expected',
      responsible: party('axiom-space'),
    },
    {
      source: 'aerospace-america-whitson',
      locator: 'para. 3',
      quote: 'We plan to have human presence once we have that four-person crew capability',
    },
  ),
  milestone(
    'axiom-detaches',
    TOPIC.axiom,
    {
      name: 'Axiom Station detaches and flies free',
      subject: station('axiom-station'),
      kind: 'detachment',
      state: 'expected',
      dependsOn: stated([idOf('milestone', 'axiom-attaches')]),
    },
    attachment,
  ),
  milestone(
    'starlab-launch',
    TOPIC.starlab,
    {
      name: 'Starlab launch',
      subject: station('starlab'),
      kind: 'launch',
      state: 'expected',
      responsible: party('starlab-llc'),
    },
    {
      source: 'payload-starlab-starship',
      locator: 'para. 4',
      quote: 'expects the habitat to launch in 2028',
    },
  ),
  milestone(
    'orbital-reef-operational',
    TOPIC.orbitalReef,
    {
      name: 'Orbital Reef begins operations',
      subject: station('orbital-reef'),
      kind: 'operational',
      state: 'expected',
    },
    {
      source: 'spacenews-three-concepts',
      locator: 'para. 4',
      quote: 'a goal of entering initial operations in the latter half of the 2020s',
    },
  ),
  milestone(
    'haven-1-launch',
    TOPIC.vast,
    {
      name: 'Haven-1 launch',
      subject: station('vast-station'),
      kind: 'launch',
      state: 'expected',
      responsible: party('vast'),
      description: 'Haven-1 is the first station of Vast.',
    },
    {
      source: 'tlp-haven-1-announced',
      locator: 'para. 1',
      quote: 'named Haven-1, into low-Earth orbit',
    },
  ),
];
