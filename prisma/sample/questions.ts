/** The policy questions that the article leaves open. */
import { article, note, POLICY_1, POLICY_2, POLICY_3, POLICY_4 } from './article.ts';
import { idOf, stated, writer } from './build.ts';
import { TOPIC } from './topics.ts';

const question = writer('question');
const party = (key: string) => idOf('party', key);
const station = (key: string) => idOf('station', key);
const constraint = (key: string) => idOf('constraint', key);

export const questions = [
  question(
    'research-after-the-iss',
    TOPIC.policy,
    {
      question:
        'How will NASA have research done on commercial stations, and what becomes of the ISS National Lab?',
      bearsOn: [party('nasa'), party('iss-national-lab'), station('iss')],
      background: stated(
        'A NASA report of November 2023 compares models: from a permanent tenant that buys space and lends it to researchers, much as the National Lab does now, to one customer among others that pays by project and runs no National Lab. Much hangs on it for companies that want to do research there.',
        article(POLICY_1, 'The study proposed a range of models'),
        note(29),
      ),
    },
    article(POLICY_1, 'plans for the future of research through the ISS National Lab'),
  ),
  question(
    'framework-of-oversight',
    TOPIC.policy,
    {
      question: 'Within what framework will the government use and oversee commercial stations?',
      bearsOn: [party('nasa')],
      background: 'What NASA decides could also shape the dealings of companies with governments abroad.',
    },
    article(POLICY_1, 'the framework through which the government uses and oversees stations'),
  ),
  question(
    'regulations-for-stations',
    TOPIC.policy,
    {
      question: 'Which regulations will hold for commercial stations?',
      bearsOn: [constraint('executive-order-2025')],
      background:
        'They would let companies move with confidence, together with partners from many countries.',
    },
    article(POLICY_2, 'the creation of regulations for commercial stations'),
  ),
  question(
    'role-in-commercial-agreements',
    TOPIC.policy,
    {
      question: 'What part should the government play in commercial agreements?',
      bearsOn: [party('united-states')],
    },
    article(POLICY_3, 'what role the government should play in commercial'),
  ),
  question(
    'restricting-customers',
    TOPIC.policy,
    {
      question: 'May the government restrict with which customers U.S. companies do business, and should it?',
      bearsOn: [party('united-states'), constraint('sanctions-on-russia')],
    },
    article(POLICY_3, 'restrict the customers U.S.-based companies do business with'),
  ),
  question(
    'leasing-to-sanctioned',
    TOPIC.policy,
    {
      question:
        'How may space for experiments or for living be leased to the agencies and companies of countries under sanctions?',
      bearsOn: [constraint('sanctions-on-russia'), party('russia')],
    },
    article(POLICY_3, 'It is unclear how leasing experimental or living space'),
  ),
  question(
    'repairing-relations',
    TOPIC.policy,
    {
      question:
        'If the political climate changes, could commercial agreements help Russia and the United States to mend their relations?',
      bearsOn: [party('united-states'), party('russia'), constraint('sanctions-on-russia')],
      background: 'An end of the war in Ukraine could change partnerships and customers at once.',
    },
    article(POLICY_3, 'help repair the relationship between the United States and Russia'),
  ),
  question(
    'china-rule-for-companies',
    TOPIC.policy,
    {
      question:
        'Should the rule that binds NASA towards China hold for U.S. commercial space companies as well?',
      bearsOn: [constraint('china-provision'), party('china')],
    },
    article(POLICY_4, 'the same restriction be applied to U.S. commercial space companies'),
  ),
];
