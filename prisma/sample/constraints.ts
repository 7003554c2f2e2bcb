/** The rules that the article names, with whom each binds and towards whom. */
import { article, INTRO_1, note, POLICY_2, POLICY_3, POLICY_4, RUSSIA_CHINA_2 } from './article.ts';
import { idOf, stated, writer } from './build.ts';
import { TOPIC } from './topics.ts';

const constraint = writer('constraint');
const party = (key: string) => idOf('party', key);

export const constraints = [
  constraint(
    'china-provision',
    TOPIC.policy,
    {
      name: 'Public Law 112-10 on work with China',
      effect: 'requires-authorisation',
      summary:
        'NASA and the Office of Science and Technology Policy may not work bilaterally with China unless it is authorised that the activity carries no risk of technology transfer.',
      bindsParties: [party('nasa'), party('ostp')],
      withCountries: ['CN'],
      exceptions: stated(
        'With that authorisation. A rare case was the exchange of data for the Chinese lunar landing of 2019.',
        article(POLICY_4, 'rare exceptions like the exchange of data'),
        note(32),
      ),
    },
    article(POLICY_4, 'from bilateral collaboration with China without the authorization'),
    note(31),
  ),
  constraint(
    'sanctions-on-russia',
    TOPIC.policy,
    {
      name: 'U.S. sanctions on Russia',
      effect: 'prohibits',
      summary:
        'They restrict the work of companies with Russia in space. How far they reach, and with which exceptions, is not stated.',
      bindsCountries: ['US'],
      bindsKinds: ['company', 'joint-venture'],
      withCountries: ['RU'],
      fromWording: stated(
        'in response to the invasions of Ukraine of 2014 and 2022',
        article(RUSSIA_CHINA_2, "in response to Russia's 2014 and 2022 invasions of Ukraine"),
      ),
      exceptions: stated(
        'NASA itself goes on working with Russia on ISS missions.',
        article(POLICY_3, 'NASA continues to collaborate with Russia on ISS missions'),
      ),
    },
    article(POLICY_3, "current U.S. sanctions restrict companies' collaboration in space with Russia"),
  ),
  constraint(
    'executive-order-2025',
    TOPIC.policy,
    {
      name: 'Executive order of 13 August 2025',
      effect: 'excludes',
      summary:
        'On competition in the commercial space industry. It guides the regulation of novel activity in space and leaves human spaceflight out.',
    },
    article(POLICY_2, 'expressly excludes human spaceflight'),
    note(30),
  ),
  constraint(
    'reagan-directive',
    TOPIC.iss,
    {
      name: 'Presidential direction of 1984',
      effect: 'directs',
      summary: 'The President directs NASA to develop a permanently crewed station within a decade.',
      bindsParties: [party('nasa')],
      from: stated('1984-01-25', note(1), article('note 1', 'January 25, 1984')),
      untilWording: 'within a decade',
    },
    article(INTRO_1, 'I am directing NASA to develop a permanently manned space station'),
    note(1),
  ),
];
