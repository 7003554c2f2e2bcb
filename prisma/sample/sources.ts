/**
 * The article and the 28 documents behind its 32 notes, as the notes give them. Nothing was added to them: where a
 * note gives no author or only a year, so does the record.
 */
import { ARTICLE, TITLE } from './article.ts';
import { writer, type Cite, type Written } from './build.ts';
import { TOPIC } from './topics.ts';

const source = writer('source');

/** The note in which the article gives the particulars of the document. */
function listedIn(note: number): Cite {
  return { source: ARTICLE, locator: `note ${String(note)}` };
}

/** A document behind notes of the article. */
function document(key: string, notes: readonly number[], particulars: Written<'source'>) {
  return source(key, TOPIC.sources, particulars, ...notes.map(listedIn));
}

export const sources = [
  source(
    ARTICLE,
    TOPIC.sources,
    {
      title: 'What will international partnerships look like post-International Space Station?',
      authors: 'Annalise Johnson',
      publisher: 'Center for Strategic and International Studies, Aerospace Security Project',
      remark:
        'The document that this workspace was filled from. Its date is not stated in the copy that was read; it speaks of September 2025 as the present.',
    },
    { source: ARTICLE, locator: TITLE, quote: 'BY Annalise Johnson' },
  ),
  document('reagan-1984', [1], {
    title: 'Address before a Joint Session of the Congress on the State of the Union',
    authors: 'Ronald Reagan',
    publisher: 'Ronald Reagan Library',
    published: '1984-01-25',
    url: 'https://www.reaganlibrary.gov/archives/speech/address-joint-session-congress-state-union-january-1984',
  }),
  document('myers-canada', [2], {
    title: "The International Space Station: Canada's Involvement",
    authors: 'Lynne C. Myers',
    publisher: 'Government of Canada',
    published: '2001-09-05',
    url: 'https://publications.gc.ca/Pilot/LoPBdP/CIR/875-e.htm',
    remark: 'The date is that of a revision.',
  }),
  document('dlr-story', [3, 4], {
    title: 'The Story of the ISS',
    publisher: 'Deutsches Zentrum für Luft- und Raumfahrt',
    published: '2025',
    url: 'https://www.dlr.de/en/research-and-transfer/projects-and-missions/iss/the-story-of-the-iss',
  }),
  document('esa-legal-framework', [5], {
    title: 'International Space Station Legal Framework',
    publisher: 'European Space Agency',
    published: '2025',
    url: 'https://www.esa.int/Science_Exploration/Human_and_Robotic_Exploration/International_Space_Station/International_Space_Station_legal_framework',
  }),
  document('iss-national-lab-timeline', [6, 8], {
    title: 'ISS History & Timeline',
    publisher: 'ISS National Lab',
    published: '2025-03-28',
    url: 'https://www.issnationallab.org/about/iss-timeline/',
  }),
  document('nasa-mobile-servicing-system', [7], {
    title: 'Mobile Servicing System',
    publisher: 'NASA',
    published: '2023-09-27',
    url: 'https://www.nasa.gov/international-space-station/mobile-servicing-system/',
  }),
  document('nasa-expeditions', [9], {
    title: 'International Space Station: Expeditions',
    publisher: 'NASA',
    published: '2025-01-17',
    url: 'https://www.nasa.gov/reference/international-space-station/#hds-sidebar-nav-7',
  }),
  document('nasa-transition-report', [10], {
    title: 'International Space Station Transition Report',
    publisher: 'NASA',
    published: '2022-01',
    url: 'https://www.nasa.gov/wp-content/uploads/2015/01/2022_iss_transition_report-final_tagged.pdf',
  }),
  document('nasa-commercial-stations', [11], {
    title: 'Commercial Space Stations in Low Earth Orbit',
    publisher: 'NASA',
    published: '2025-09-05',
    url: 'https://www.nasa.gov/humans-in-space/commercial-space/low-earth-orbit-economy/commercial-destinations-in-low-earth-orbit/',
  }),
  document('nasa-adjusts-agreements', [12], {
    title: 'NASA Adjusts Agreements to Benefit Commercial Station Development',
    publisher: 'NASA',
    published: '2024-01-05',
    url: 'https://www.nasa.gov/humans-in-space/commercial-space/leo-economy/nasa-adjusts-agreements-to-benefit-commercial-station-development/',
  }),
  document('state-department-iga', [13], {
    title: 'Space Station: Agreement Between the United States of America and Other Governments',
    publisher: 'U.S. Department of State',
    published: '1998-01-29',
    url: 'https://www.state.gov/wp-content/uploads/2019/02/12927-Multilateral-Space-Space-Station-1.29.1998.pdf',
  }),
  document('tass-2028', [14], {
    title: "Roscosmos Chief Informs Partners of Space Station's Life Extension to 2028",
    publisher: 'TASS',
    published: '2023-04-25',
    url: 'https://tass.com/science/1609479',
  }),
  document('npr-virts', [15, 18], {
    title: 'To This Retired Commander, the ISS Was the Last Good Bond between the U.S. and Russia',
    authors: 'Ailsa Chang, Kai McNamee, and Christopher Intagliata',
    publisher: 'NPR',
    published: '2022-08-04',
    url: 'https://www.npr.org/2022/08/04/1115483902/russia-leaving-international-space-station-iss-terry-virts',
  }),
  document('reuters-soyuz', [16], {
    title: 'Russia Takes an American Astronaut to the Space Station | Reuters',
    publisher: 'Reuters',
    published: '2025-04-08',
    url: 'https://www.reuters.com/science/spacecraft-carrying-russians-american-takes-off-baikonur-cosmodrome-2025-04-08/',
  }),
  document('grunert-future', [17], {
    title: 'The Future of Western-Russian Civil-Space Cooperation',
    authors: 'Jeremy Grunert',
    publisher: 'War on the Rocks',
    published: '2022-05-26',
    url: 'https://warontherocks.com/2022/05/the-future-of-western-russian-civil-space-cooperation/',
  }),
  document('planetary-society-tiangong', [19], {
    title: "Tiangong, China's Space Station",
    publisher: 'The Planetary Society',
    published: '2025',
    url: 'https://www.planetary.org/space-missions/chinese-space-station',
  }),
  document('spacenews-beyond-iss', [20, 22], {
    title: 'Beyond ISS: America Must Lead in Leo, Cislunar and Beyond',
    authors: 'Scott Pace, Charles Bolden, and Bill Liquori',
    publisher: 'SpaceNews',
    published: '2024-05-15',
    url: 'https://spacenews.com/beyond-iss-america-must-lead-leo-cislunar-and-beyond/',
  }),
  document('payload-tiangong-doors', [21], {
    title: "China Opens Tiangong's Doors to Foreign Visitors",
    authors: 'Rachael Zisk',
    publisher: 'Payload',
    published: '2023-10-26',
    url: 'https://payloadspace.com/china-opens-tiangongs-doors-to-foreign-visitors/',
  }),
  document('dittmar-testimony', [23], {
    title:
      'Written Testimony of Dr. Mary Lynne Dittmar to the House Science Space and Technology Committee, Space and Aeronautics Subcommittee Hearing',
    publisher: 'House Committee on Science, Space, and Technology',
    published: '2024-02-14',
    url: 'https://republicans-science.house.gov/_cache/files/8/0/80e8a68d-5586-44b5-bbf1-ce900d12fb08/DA581C07F76A4A478C0337258007CFB5.2024-02-14-dittmar---testimony.pdf',
  }),
  document('nasa-selects-axiom', [24], {
    title: 'NASA Selects First Commercial Destination Module for International Space Station',
    publisher: 'NASA',
    published: '2020-01-27',
    url: 'https://www.nasa.gov/news-release/nasa-selects-first-commercial-destination-module-for-international-space-station/',
  }),
  document('thales-alenia-who-we-are', [25], {
    title: 'Who We Are',
    publisher: 'Thales Alenia Space',
    published: '2025',
    url: 'https://www.thalesaleniaspace.com/en/who-we-are',
  }),
  document('axiom-boryung-release', [26], {
    title: 'Boryung Corporation, Axiom Space Announce Joint Venture to Revolutionize Space Industry in Korea',
    publisher: 'Axiom Space',
    published: '2024-01-12',
    url: 'https://www.axiomspace.com/release/boryung-brax',
  }),
  document('axiom-bavaria-release', [27], {
    title: 'Bavarian State Government Intends to Collaborate with U.S. Space Company Axiom Space',
    publisher: 'Axiom Space',
    published: '2024-06-26',
    url: 'https://www.axiomspace.com/release/bavarian-state-government-intends-to-collaborate-with-us-space-company-axiom-space',
  }),
  document('forbes-starlab', [28], {
    title: "Above the Earth's Wars, Starlab Aims to Be Orbital Beacon of Peace",
    authors: 'Kevin Holden Platt',
    publisher: 'Forbes',
    published: '2024-06-07',
    url: 'https://www.forbes.com/sites/kevinholdenplatt/2024/06/07/above-the-earths-wars-starlab-aims-to-be-orbital-beacon-of-peace/?sh=4c7ca3da7cb9',
  }),
  document('nasa-models', [29], {
    title: 'Models for Facilitating Government-Funded Activities in the PostISS LEO Ecosystem',
    authors: 'Erica Rodgers et al.',
    publisher: 'NASA',
    published: '2023-11-02',
    url: 'https://www.nasa.gov/wp-content/uploads/2023/12/models-for-facilitating-government-funded-act-anonymous-with-intro-tagged2.pdf',
  }),
  document('executive-order-2025', [30], {
    title: 'Enabling Competition in the Commercial Space Industry',
    publisher: 'The White House',
    published: '2025-08-13',
    url: 'https://www.whitehouse.gov/presidential-actions/2025/08/enabling-competition-in-the-commercial-space-industry/',
  }),
  document('public-law-112-10', [31], {
    title: 'Department of Defense and Full-Year Continuing Appropriations Act, 2011',
    publisher: 'Library of Congress',
    published: '2011',
    url: 'https://www.congress.gov/112/plaws/publ10/PLAW-112publ10.pdf',
  }),
  document('ap-far-side', [32], {
    title: 'China Says It Exchanged Data with NASA on Far Side Landing',
    authors: 'Yanan Wang',
    publisher: 'Associated Press',
    published: '2019-01-14',
    url: 'https://apnews.com/general-news-f04bf12313f344d7a5ca06d86195bef1',
    remark:
      'The article gives the address with a text fragment that only marks a passage; it is left out here.',
  }),
];
