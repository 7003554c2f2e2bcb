/** What the article says of the ISS as a tie between states, and what people said of it. */
import {
  article,
  INTRO_1,
  INTRO_2,
  INTRO_3,
  note,
  POLICY_1,
  RUSSIA_CHINA_1,
  RUSSIA_CHINA_2,
} from './article.ts';
import { asserted, parties, stations } from './statement-writer.ts';
import { TOPIC } from './topics.ts';

export const onTheIss = [
  asserted(
    'canada-motives',
    TOPIC.iss,
    {
      claim:
        'Canada joined, among other reasons, for national prestige in technology, a skilled workforce and access to space for its research.',
      about: [...parties('canada'), ...stations('iss')],
    },
    article(INTRO_1, 'The Canadian government cited many motivations'),
    note(2),
  ),
  asserted(
    'europe-motives',
    TOPIC.iss,
    {
      claim:
        'Europe’s leaders hoped that the ISS would teach Europe more of technology and automation, of materials and of telecommunications.',
      about: [...parties('esa'), ...stations('iss')],
    },
    article(INTRO_2, 'technology, automation, materials, and telecommunications'),
    note(3),
  ),
  asserted(
    'russia-brought',
    TOPIC.iss,
    {
      claim:
        'Russia brought engineering and rocketry, Mir for training astronauts, and one more partner to share the cost.',
      about: [...parties('russia'), ...stations('iss', 'mir')],
    },
    article(INTRO_2, 'Russian expertise in engineering and rocketry'),
    note(4),
  ),
  asserted(
    'russia-late-to-join',
    TOPIC.iss,
    {
      claim:
        'Adversary of the West in the Cold War, Russia came late to the ISS; after the Soviet Union fell in 1991 relations improved.',
      about: [...parties('russia'), ...stations('iss')],
    },
    article(INTRO_2, 'because of its adversarial relationship with the West during the Cold War'),
    note(4),
  ),
  asserted(
    'from-single-nation-projects',
    TOPIC.iss,
    {
      claim: 'With the ISS, work in space turned from projects of one nation each to large common ones.',
      about: stations('iss'),
    },
    article(INTRO_1, 'from mainly single-nation projects to large, cooperative endeavors'),
  ),
  asserted(
    'foundation-of-the-iss',
    TOPIC.iss,
    {
      claim:
        'The ISS was founded on the partnership of Russia and the United States, and was a diplomatic tie of two states that were not aligned on Earth.',
      about: [...parties('russia', 'united-states'), ...stations('iss')],
    },
    article(RUSSIA_CHINA_1, 'foundation for the international Space Station'),
    article(RUSSIA_CHINA_1, 'a key diplomatic tie between the United States and Russia'),
    note(13),
  ),
  asserted(
    'iss-symbol',
    TOPIC.iss,
    { claim: 'The ISS has come to stand for international collaboration and peace.', about: stations('iss') },
    article(INTRO_3, 'a symbol of international collaboration and peace'),
  ),
  asserted(
    'virts-one-finger',
    TOPIC.iss,
    {
      claim:
        'Colonel Terry Virts, a former ISS commander: the station was the one good thing between the West and Russia.',
      about: [...parties('russia', 'united-states'), ...stations('iss')],
      asOf: '2022',
    },
    article(RUSSIA_CHINA_1, 'you could count on one finger'),
    note(15),
  ),
  asserted(
    'russian-threats-to-leave',
    TOPIC.iss,
    {
      claim: 'Before it agreed to stay until 2028, Russia threatened several times to leave the ISS earlier.',
      about: [...parties('roscosmos', 'russia'), ...stations('iss')],
    },
    article(RUSSIA_CHINA_1, 'multiple previous threats to leave the station earlier'),
    note(14),
  ),
  asserted(
    'soyuz-flights',
    TOPIC.iss,
    {
      claim:
        'The United States and Russia go on working together on the ISS; American astronauts fly there on Soyuz.',
      about: [...parties('united-states', 'russia'), ...stations('iss')],
    },
    article(RUSSIA_CHINA_2, 'sending American astronauts to the station on Russian Soyuz rockets'),
    note(16),
  ),
  asserted(
    'loss-will-be-felt',
    TOPIC.iss,
    {
      claim:
        'Working together on the ISS does not better the relations of Russia with the United States and the West, but its loss will likely be felt in them.',
      about: [...parties('russia', 'united-states'), ...stations('iss')],
    },
    article(RUSSIA_CHINA_2, 'the loss of the station likely will be felt'),
  ),
  asserted(
    'national-lab-role',
    TOPIC.iss,
    {
      claim:
        'Companies, organisations and academics outside NASA do research on the ISS through its National Lab.',
      about: [...parties('iss-national-lab'), ...stations('iss')],
    },
    article(POLICY_1, 'facilitates research on the station by companies, organizations, and academics'),
  ),
];
