/**
 * What was expected of the steps ahead, and when somebody said so. The article itself has three such dates, 'within
 * a decade', 2028 and 2030; the histories of the commercial stations are beyond it (docs/sample.md).
 */
import { article, INTRO_1, INTRO_4, note, RUSSIA_CHINA_1 } from './article.ts';
import { idOf, stated, writer, type Cite, type SampleRecord } from './build.ts';
import { TOPIC } from './topics.ts';

const forecast = writer('forecast');
const of = (milestone: string) => idOf('milestone', milestone);
const by = (party: string) => idOf('party', party);

/** A forecast from one document beyond the article. */
function published(
  milestone: string,
  topic: string,
  what: { expected: string; wording: string; statedOn: string; by?: string; remark?: string },
  ...basis: readonly Cite[]
): SampleRecord {
  return forecast(
    `${milestone}/${what.statedOn}`,
    topic,
    {
      milestone: of(milestone),
      expected: what.expected,
      expectedWording: what.wording,
      statedOn: what.statedOn,
      ...(what.by === undefined ? {} : { statedBy: by(what.by) }),
      ...(what.remark === undefined ? {} : { remark: stated(what.remark) }),
    },
    ...basis,
  );
}

const inTheArticle = [
  forecast(
    'permanently-crewed-station/1984',
    TOPIC.iss,
    {
      milestone: of('permanently-crewed-station'),
      expected: '../1994',
      expectedWording: 'within a decade',
      statedOn: stated('1984-01-25', note(1), article('note 1', 'January 25, 1984')),
      statedBy: by('united-states'),
      remark: stated('“Within a decade” of January 1984 is read as not after 1994.'),
    },
    article(INTRO_1, 'to do it within a decade'),
    note(1),
  ),
  forecast(
    'russia-until-2028/2023',
    TOPIC.iss,
    {
      milestone: of('russia-until-2028'),
      expected: '2028',
      expectedWording: 'until 2028',
      statedOn: stated('2023-04-25', note(14), article('note 14', 'TASS, April 25, 2023')),
      statedBy: stated(by('roscosmos'), { ...note(14), quote: 'Roscosmos Chief Informs Partners' }),
    },
    article(RUSSIA_CHINA_1, 'to continue being a part of ISS until 2028'),
    note(14),
  ),
  ...['iss-decommissioning', 'iss-deorbit'].map((milestone) =>
    forecast(
      `${milestone}/2022`,
      TOPIC.iss,
      {
        milestone: of(milestone),
        expected: '2030',
        statedOn: stated('2022-01', note(10), article('note 10', 'NASA, January 2022')),
        statedBy: by('nasa'),
      },
      article(INTRO_4, 'will be decommissioned and deorbited in 2030'),
      note(10),
    ),
  ),
];

const axiom = [
  published(
    'axiom-first-module',
    TOPIC.axiom,
    { expected: '2024', wording: 'in 2024', statedOn: '2020-01-27', by: 'axiom-space' },
    {
      source: 'spacepolicyonline-axiom',
      locator: 'para. 5',
      quote: 'The plan is for Axiom to launch its module, the Axiom Segment, in 2024.',
    },
  ),
  published(
    'axiom-first-module',
    TOPIC.axiom,
    { expected: '2026', wording: 'in 2026', statedOn: '2023-12-13', by: 'nasa' },
    {
      source: 'spacedaily-nasa-partners',
      locator: 'Axiom Space, para. 1',
      quote: 'to the International Space Station in 2026',
    },
  ),
  published(
    'axiom-first-module',
    TOPIC.axiom,
    { expected: '2027', wording: 'at the end of 2027', statedOn: '2025-09-26' },
    { source: 'spacedaily-redwire', locator: 'para. 3', quote: 'AxPPTM will launch at the end of 2027' },
  ),
  published(
    'axiom-first-module',
    TOPIC.axiom,
    { expected: '2028', wording: 'early 2028', statedOn: '2026-01', by: 'axiom-space' },
    {
      source: 'aerospace-america-whitson',
      locator: 'para. 2',
      quote: 'slated to be launched in early 2028',
    },
  ),
  published(
    'axiom-first-crew',
    TOPIC.axiom,
    {
      expected: '2028/..',
      wording: 'once there is room for four',
      statedOn: '2026-01',
      by: 'axiom-space',
      remark:
        'Crew comes once the second module gives room for four; the first is to be launched in early 2028 and the second some months later. So not before 2028.',
    },
    {
      source: 'aerospace-america-whitson',
      locator: 'paras. 2 and 3',
      quote: 'with the second module following just months later',
    },
  ),
  published(
    'axiom-detaches',
    TOPIC.axiom,
    { expected: '2028/..', wording: 'as early as 2028', statedOn: '2024-12', by: 'axiom-space' },
    {
      source: 'space-explored-axiom',
      locator: 'para. 1',
      quote: 'an independent orbital platform as early as 2028',
    },
  ),
];

const starlab = [
  published(
    'starlab-launch',
    TOPIC.starlab,
    { expected: '2027', wording: 'coming 2027', statedOn: '2021-10-21', by: 'voyager-space' },
    { source: 'space-explored-starlab', locator: 'heading', quote: 'coming 2027' },
  ),
  published(
    'starlab-launch',
    TOPIC.starlab,
    { expected: '2028', wording: 'in 2028', statedOn: '2023-01-04', by: 'voyager-space' },
    { source: 'spaceref-starlab', locator: 'para. 1', quote: 'Starlab is planned to be launched in 2028' },
  ),
  published(
    'starlab-launch',
    TOPIC.starlab,
    { expected: '2028', wording: 'in 2028', statedOn: '2024', by: 'voyager-space' },
    {
      source: 'payload-starlab-starship',
      locator: 'para. 4',
      quote: 'Kuta expects the habitat to launch in 2028',
    },
  ),
  published(
    'starlab-launch',
    TOPIC.starlab,
    { expected: '2029', wording: 'in 2029', statedOn: '2025-09' },
    {
      source: 'payload-starlab-vivace',
      locator: 'para. 2',
      quote: 'launching the potential ISS replacement to orbit in 2029',
    },
  ),
];

const orbitalReef = [
  published(
    'orbital-reef-operational',
    TOPIC.orbitalReef,
    {
      expected: '[2025..2029]',
      wording: 'the second half of this decade',
      statedOn: '2021-10-25',
      by: 'blue-origin',
      remark: 'Announced by Blue Origin and Sierra Space together.',
    },
    {
      source: 'payload-orbital-reef',
      locator: 'first point',
      quote: 'The ETA for initial operations is the second half of this decade.',
    },
    {
      source: 'spacenews-three-concepts',
      locator: 'para. 4',
      quote: 'in the latter half of the 2020s',
    },
  ),
  published(
    'orbital-reef-operational',
    TOPIC.orbitalReef,
    { expected: '../2027', wording: 'by 2027', statedOn: '2022-08-24' },
    {
      source: 'spacewatch-orbital-reef',
      locator: 'last para.',
      quote: 'Orbital Reef is expected to be operational by 2027.',
    },
  ),
];

const haven1 = [
  published(
    'haven-1-launch',
    TOPIC.vast,
    { expected: '2025-08/..', wording: 'no earlier than August 2025', statedOn: '2023-05-10', by: 'vast' },
    { source: 'tlp-haven-1-announced', locator: 'para. 1', quote: 'no earlier than August 2025' },
  ),
  published(
    'haven-1-launch',
    TOPIC.vast,
    { expected: '2026', wording: 'On Track for 2026 Launch', statedOn: '2025-02-06', by: 'vast' },
    { source: 'tlp-haven-1-structure', locator: 'heading', quote: 'On Track for 2026 Launch' },
  ),
  published(
    'haven-1-launch',
    TOPIC.vast,
    { expected: '2026-05/..', wording: 'no earlier than May 2026', statedOn: '2025-04-05', by: 'vast' },
    {
      source: 'tlp-haven-1-nasa-tests',
      locator: 'Testing at a Historic NASA Facility',
      quote: 'no earlier than May 2026',
    },
  ),
  published(
    'haven-1-launch',
    TOPIC.vast,
    { expected: '2027-33', wording: 'the first quarter of 2027', statedOn: '2026-01', by: 'vast' },
    {
      source: 'ars-haot-interview',
      locator: 'first question',
      quote: 'from the middle of this year to the first quarter of 2027',
    },
  ),
];

export const forecasts = [...inTheArticle, ...axiom, ...starlab, ...orbitalReef, ...haven1];
