/**
 * The stations of the article. It counts six commercial ones and names some after the company that makes them: the records
 * of Vast and ABOVE: Space here are their stations, not the companies, which are parties; nor is Starlab Starlab LLC.
 * A phase is given only where the article speaks of building, development or operation in so many words.
 */
import {
  article,
  INTRO_1,
  INTRO_2,
  INTRO_3,
  INTRO_4,
  note,
  RUSSIA_CHINA_3,
  SHIFT_2,
  SHIFT_3,
  SHIFT_4,
} from './article.ts';
import { stated, writer, type Cite } from './build.ts';
import { TOPIC } from './topics.ts';

const station = writer('station');

const inDevelopment = article(SHIFT_3, 'Two commercial stations currently in development');

/** NASA's own words for the station, beyond the article, which calls it 'its commercial station'. */
const namedByNasa: Cite = {
  source: 'spacedaily-nasa-partners',
  locator: 'Axiom Space, para. 1',
  quote: 'free-flying commercial destination named Axiom Station',
};

export const stations = [
  station(
    'iss',
    TOPIC.iss,
    {
      name: 'International Space Station',
      aliases: ['ISS'],
      phase: stated(
        'operational',
        article(INTRO_3, 'almost 25 years of continuous human habitation'),
        note(9),
      ),
      orbit: stated('Low Earth orbit', article(INTRO_4, 'orbit closest to the earth, low Earth orbit (LEO)')),
    },
    article(INTRO_1, 'International Space Station (ISS)'),
  ),
  station(
    'mir',
    TOPIC.mir,
    { name: 'Mir' },
    article(INTRO_2, "Russia's Mir space station was already in orbit"),
    note(4),
  ),
  station(
    'tiangong',
    TOPIC.tiangong,
    {
      name: 'Tiangong',
      phase: stated(
        'operational',
        article(RUSSIA_CHINA_3, 'the only other current LEO space station besides the ISS'),
      ),
      orbit: stated(
        'Low Earth orbit',
        article(RUSSIA_CHINA_3, 'the only other current LEO space station besides the ISS'),
      ),
    },
    article(RUSSIA_CHINA_3, 'The Chinese Tiangong station'),
    note(19),
  ),
  station(
    'axiom-station',
    TOPIC.axiom,
    {
      name: stated('Axiom Station', namedByNasa),
      phase: stated('development', inDevelopment),
      aims: 'First attached to the International Space Station, then detached and flying free.',
    },
    article(SHIFT_2, 'first attach to the ISS then detach to become free-flying'),
  ),
  station(
    'starlab',
    TOPIC.starlab,
    {
      name: stated('Starlab', article(SHIFT_2, 'Starlab and Orbital Reef')),
      phase: stated('development', inDevelopment),
      aims: stated('To fly free.', article(SHIFT_2, 'to develop free-flying stations')),
      orbit: stated('Low Earth orbit', article(SHIFT_2, 'Commercial LEO Destinations (CLD) program')),
    },
    article(SHIFT_4, 'Starlab'),
  ),
  station(
    'orbital-reef',
    TOPIC.orbitalReef,
    {
      name: stated('Orbital Reef', article(SHIFT_2, 'Starlab and Orbital Reef')),
      aims: stated('To fly free.', article(SHIFT_2, 'to develop free-flying stations')),
      orbit: stated('Low Earth orbit', article(SHIFT_2, 'Commercial LEO Destinations (CLD) program')),
    },
    article(SHIFT_2, 'Orbital Reef'),
  ),
  station(
    'vast-station',
    TOPIC.vast,
    {
      name: 'Vast (station programme)',
      aims: stated(
        'Eventually stations with artificial gravity.',
        article(SHIFT_2, 'aim to eventually produce stations with artificial gravity'),
      ),
    },
    article(SHIFT_2, 'Vast and Starmax'),
  ),
  station(
    'starmax',
    TOPIC.starmax,
    {
      name: 'Starmax',
      aims: stated(
        'Eventually stations with artificial gravity.',
        article(SHIFT_2, 'aim to eventually produce stations with artificial gravity'),
      ),
    },
    article(SHIFT_2, 'Starmax (made by the company Gravitics)'),
  ),
  station(
    'above-station',
    TOPIC.above,
    { name: 'Station of ABOVE: Space (not named)' },
    article(SHIFT_2, 'ABOVE: Space, announced the development of a space station'),
  ),
];
