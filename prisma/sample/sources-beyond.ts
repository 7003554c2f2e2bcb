/**
 * Documents beyond the article: the first crews of the two stations in orbit, and what was published over the years about
 * the launches of the commercial stations. Each is of a party itself, of an agency or of the space trade press;
 * `docs/sample.md` says what was taken from which.
 */
import { writer } from './build.ts';
import { TOPIC } from './topics.ts';

const source = writer('source');

/** A document that speaks for its own title, publisher and date. */
function document(key: string, topic: string, particulars: Parameters<typeof source>[2]) {
  return source(key, topic, particulars, { source: key, locator: 'heading' });
}

export const sourcesBeyond = [
  document('nasa-expedition-1', TOPIC.iss, {
    title: 'Looking Back: International Space Station at the Start of Expedition 1',
    publisher: 'NASA',
    published: '2015-11-02',
    url: 'http://www.nasa.gov/image-feature/looking-back-international-space-station-at-the-start-of-expedition-1',
    remark: 'Beyond the article. Read in two word-for-word republications that name NASA and this address.',
  }),
  document('space-com-shenzhou-12', TOPIC.tiangong, {
    title: "China's Shenzhou 12 spacecraft docks at space station with 3 astronauts",
    publisher: 'Space.com',
    published: '2021-06-17',
    url: 'https://space.com/shenzhou-12-docks-china-space-station-tianhe',
    remark: 'Beyond the article.',
  }),
  document('spacepolicyonline-axiom', TOPIC.axiom, {
    title: 'NASA Picks Axiom Space for Commercial LEO Module',
    publisher: 'SpacePolicyOnline.com',
    published: '2020-01-27',
    url: 'https://spacepolicyonline.com/news/nasa-picks-axiom-space-for-commercial-leo-module/',
    remark: 'Beyond the article. The day is that of the selection, which the document calls “today”.',
  }),
  document('spacedaily-nasa-partners', TOPIC.axiom, {
    title: "NASA's Commercial Partners Continue Progress on New Space Stations",
    publisher: 'SpaceDaily, with the text of a NASA release',
    published: '2023-12-13',
    url: 'https://www.spacedaily.com/reports/NASAs_Commercial_Partners_Continue_Progress_on_New_Space_Stations_999.html',
    remark: 'Beyond the article.',
  }),
  document('space-explored-axiom', TOPIC.axiom, {
    title: 'Axiom Space revamps station assembly plans, targets 2028 for free-flying platform',
    publisher: 'Space Explored',
    published: '2024-12-22',
    url: 'https://spaceexplored.com/2024/12/22/axiom-space-revamps-station-assembly-plans-targets-2028-for-free-flying-platform/',
    remark: 'Beyond the article.',
  }),
  document('spacedaily-redwire', TOPIC.axiom, {
    title: 'Redwire to Deliver Solar Array Wings for Axiom Station’s First Module',
    authors: 'Clarence Oxford',
    publisher: 'SpaceDaily',
    published: '2025-09-26',
    remark:
      'Beyond the article. Read in a republication with its byline and dateline; the address of the original was not seen.',
  }),
  document('aerospace-america-whitson', TOPIC.axiom, {
    title: 'Q&A: Axiom’s Peggy Whitson on space station assembly',
    publisher: 'Aerospace America (AIAA)',
    published: '2026-01',
    url: 'https://aerospaceamerica.aiaa.org/qa-axioms-peggy-whitson-on-space-station-assembly',
    remark: 'Beyond the article. An interview at the AIAA SciTech Forum; the page as read shows no day.',
  }),
  document('space-explored-starlab', TOPIC.starlab, {
    title: 'Nanoracks announces Starlab, the first-ever commercial space station, coming 2027',
    publisher: 'Space Explored',
    published: '2021-10-21',
    url: 'https://spaceexplored.com/2021/10/21/nanoracks-announces-starlab-the-first-ever-commercial-space-station-coming-2027/',
    remark: 'Beyond the article. It quotes the release of Nanoracks, a company of Voyager Space.',
  }),
  document('spaceref-starlab', TOPIC.starlab, {
    title: 'Voyager Space and Airbus Announce International Partnership for Future Starlab Space Station',
    publisher: 'SpaceRef, with the text of a release by Voyager Space and Airbus',
    published: '2023-01-04',
    url: 'https://spaceref.com/space-commerce/voyager-space-and-airbus-announce-international-partnership-for-future-starlab-space-station',
    remark: 'Beyond the article. The day is that of the release.',
  }),
  document('payload-starlab-starship', TOPIC.starlab, {
    title: 'Starship Will Launch Starlab’s Commercial Space Station',
    publisher: 'Payload',
    published: '2024',
    url: 'https://payloadspace.com/starship-will-launch-starlabs-commercial-space-station',
    remark: 'Beyond the article. The page as read shows no day.',
  }),
  document('payload-starlab-vivace', TOPIC.starlab, {
    title: 'Voyager Selects Vivace to Manufacture Starlab',
    publisher: 'Payload',
    published: '2025-09',
    url: 'https://payloadspace.com/?p=22059',
    remark: 'Beyond the article. The page as read shows no day.',
  }),
  document('payload-orbital-reef', TOPIC.orbitalReef, {
    title: 'Blue Origin, Sierra Space to Partner on Orbital Reef Outpost',
    publisher: 'Payload',
    published: '2021-10-26',
    url: 'https://payloadspace.com/blue-origin-sierra-space-to-partner-on-orbital-reef-outpost/',
    remark: 'Beyond the article.',
  }),
  document('spacenews-three-concepts', TOPIC.orbitalReef, {
    title: 'NASA awards funding to three commercial space station concepts',
    publisher: 'SpaceNews',
    published: '2021-12',
    url: 'https://spacenews.com/nasa-awards-funding-to-three-commercial-space-station-concepts/',
    remark:
      'Beyond the article. It reports awards of 2 December 2021; the page as read shows no day of its own.',
  }),
  document('spacewatch-orbital-reef', TOPIC.orbitalReef, {
    title: 'Sierra Space and Blue Origin’s Orbital Reef passes System Definition Review',
    publisher: 'SpaceWatch.Global',
    published: '2022-08-24',
    url: 'https://spacewatch.global/2022/08/sierra-space-and-blue-origins-orbital-reef-passes-system-definition-review/',
    remark: 'Beyond the article.',
  }),
  document('tlp-haven-1-announced', TOPIC.vast, {
    title: 'VAST Announces Haven-1 Station & VAST-1 Mission',
    authors: 'Zac Aubert',
    publisher: 'TLP Network',
    published: '2023-05-10',
    url: 'https://tlpnetwork.com/news/america/vast-announces-haven-1-station-and-vast-1-mission',
    remark: 'Beyond the article.',
  }),
  document('tlp-haven-1-structure', TOPIC.vast, {
    title: 'Vast Successfully Tests Haven-1 Structure; On Track for 2026 Launch',
    publisher: 'TLP Network',
    published: '2025-02-06',
    url: 'https://tlpnetwork.com/news/america/vast-successfully-tests-haven-1-structure-on-track-for-2026-launch',
    remark: 'Beyond the article.',
  }),
  document('tlp-haven-1-nasa-tests', TOPIC.vast, {
    title: 'Vast signs agreement with NASA for Haven-1 space station testing ahead of 2026 launch',
    publisher: 'TLP Network',
    published: '2025-04-05',
    url: 'https://tlpnetwork.com/news/technology/vast-signs-agreement-with-nasa-for-haven-1-space-station-testing-ahead-of-2026-launch',
    remark:
      'Beyond the article. The page as read begins below its headline; the title is taken from its address.',
  }),
  document('ars-haot-interview', TOPIC.vast, {
    title: 'The first commercial space station, Haven-1, is now undergoing assembly for launch',
    publisher: 'Ars Technica, interview with Max Haot, chief executive of Vast',
    published: '2026-01',
    remark:
      'Beyond the article. The party itself speaks, in questions and answers. Read in a republication; the address of the original was not seen.',
  }),
];
