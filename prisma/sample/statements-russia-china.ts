/** What the article says of Russia and China, together and apart, and of what others fear from it. */
import { article, CONCLUSION_1, INTRO_5, POLICY_4, RUSSIA_CHINA_2, RUSSIA_CHINA_3, note } from './article.ts';
import { asserted, parties, stations } from './statement-writer.ts';
import { TOPIC } from './topics.ts';

export const onRussiaAndChina = [
  asserted(
    'sanctions-weakened-russia',
    TOPIC.policy,
    {
      claim:
        'Sanctions on space and technology and the war in Ukraine have weakened the Russian space programme and left the West and Russia still less to do with each other in science and diplomacy.',
      about: parties('russia', 'roscosmos'),
    },
    article(RUSSIA_CHINA_2, 'have weakened the Russian space program'),
  ),
  asserted(
    'war-and-cooperation',
    TOPIC.policy,
    {
      claim:
        'The longer the war in Ukraine lasts, the less likely it is that Russia and the West work together after the ISS.',
      about: parties('russia'),
    },
    article(RUSSIA_CHINA_2, 'the longer the Russia-Ukraine war goes on'),
    note(17),
  ),
  asserted(
    'beijing-only-partner',
    TOPIC.tiangong,
    {
      claim:
        'If the United States and Russia work together no further, Moscow is left with Beijing as its one partner in space.',
      about: parties('russia', 'china', 'united-states'),
    },
    article(RUSSIA_CHINA_3, "will leave Beijing as Moscow's only partner in space"),
  ),
  asserted(
    'us-roscosmos-unlikely',
    TOPIC.policy,
    {
      claim:
        'As things stand politically, the United States seems unlikely to work with Roscosmos after the ISS, critical though Roscosmos was for it.',
      about: [...parties('united-states', 'roscosmos'), ...stations('iss')],
    },
    article(CONCLUSION_1, 'U.S. collaboration with Roscosmos seems unlikely'),
  ),
  asserted(
    'virts-own-station-or-china',
    TOPIC.tiangong,
    {
      claim:
        'Colonel Terry Virts: if Russia leaves the ISS, it builds a station of its own or joins with the Chinese.',
      about: parties('russia', 'china'),
      asOf: '2022',
    },
    article(RUSSIA_CHINA_3, 'or they partner with the Chinese'),
    note(18),
  ),
  asserted(
    'russia-to-turn-to-china',
    TOPIC.tiangong,
    {
      claim:
        'Many experts think that Russia, with its declining economy, lacks the means for a station of its own and will look to China.',
      about: parties('russia', 'china'),
    },
    article(RUSSIA_CHINA_3, 'Russia is expected to turn to China in the future'),
  ),
  asserted(
    'china-pacing-challenge',
    TOPIC.tiangong,
    {
      claim:
        'China has risen fast to the front in technology and in space; to the military and the technology of the United States it counts as a “pacing challenge”.',
      about: parties('china', 'united-states'),
    },
    article(RUSSIA_CHINA_3, 'a leading global power in technology and space'),
  ),
  asserted(
    'tiangong-outlives-iss',
    TOPIC.tiangong,
    {
      claim: 'Tiangong will last beyond the ISS: it is over two decades younger and more advanced.',
      about: stations('tiangong', 'iss'),
    },
    article(RUSSIA_CHINA_3, 'it is over two decades newer'),
    note(20),
  ),
  asserted(
    'tiangong-only-governmental',
    TOPIC.tiangong,
    {
      claim:
        'After the ISS no government but China’s will have a station in low Earth orbit; Tiangong will serve its diplomacy.',
      about: [...stations('tiangong'), ...parties('china')],
    },
    article(INTRO_5, 'the only governmental station in LEO and be used as a diplomatic tool'),
  ),
  asserted(
    'brics-closer',
    TOPIC.world,
    {
      claim:
        'When the ISS ends, Russia and the United States will be further apart, and the BRICS likely closer together.',
      about: parties('brics', 'russia', 'united-states'),
    },
    article(INTRO_5, 'a closer partnership between nations of BRICS'),
  ),
  asserted(
    'gap-leads-to-china',
    TOPIC.tiangong,
    {
      claim:
        'Experts in the United States fear that, with a gap in low Earth orbit, more countries than Russia would go to China.',
      about: [...parties('china', 'russia'), ...stations('tiangong')],
    },
    article(RUSSIA_CHINA_3, 'fear that a gap in LEO service'),
    note(22),
  ),
  asserted(
    'dittmar-testimony',
    TOPIC.tiangong,
    {
      claim:
        'Dr. Mary Lynne Dittmar of Axiom Space, to a House subcommittee: without American capability, industry and science abroad must partner with the Chinese to go on working in low Earth orbit.',
      about: parties('axiom-space', 'china'),
      asOf: '2024-02',
    },
    article(RUSSIA_CHINA_3, 'will be forced to partner with the Chinese'),
    note(23),
  ),
  asserted(
    'military-cooperation',
    TOPIC.world,
    {
      claim:
        'Russia and China cooperate militarily in other domains, which adds to the concern about them in space.',
      about: parties('russia', 'china'),
    },
    article(CONCLUSION_1, 'Russian and Chinese military cooperation in other domains'),
  ),
  asserted(
    'us-china-unlikely',
    TOPIC.policy,
    {
      claim:
        'Direct work of the U.S. government with China is unlikely, with rare exceptions such as the data exchanged for the Chinese lunar landing of 2019.',
      about: parties('united-states', 'nasa', 'china'),
    },
    article(POLICY_4, "the exchange of data for China's 2019 lunar landing"),
    note(32),
  ),
  asserted(
    'only-tiangong-left',
    TOPIC.tiangong,
    {
      claim:
        'Without American platforms Tiangong would be the only place in orbit for researchers and astronauts of the whole world.',
      about: stations('tiangong'),
    },
    article(RUSSIA_CHINA_3, 'with only Tiangong as a destination'),
  ),
  asserted(
    'tiangong-threatens-dominance',
    TOPIC.tiangong,
    {
      claim:
        'The more partners China finds through Tiangong, the less secure and less dominant in technology the United States would be.',
      about: [...stations('tiangong'), ...parties('china', 'united-states')],
    },
    article(RUSSIA_CHINA_3, 'threaten the technological security and dominance of the United States'),
  ),
];
