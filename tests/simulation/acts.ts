/** Makes the happenings of a scenario happen. Edits are made as a page makes them: from what its view shows. */
import { unreachable, type AnyRecord, type RecordType } from '@stationkeeper/domain';
import type { Op } from '@stationkeeper/protocol';
import type { Happening } from './scenario.ts';
import type { Simulation } from './simulation.ts';
import type { Tab } from './tab.ts';

/** Few records, so that people meet. */
const MOST_STATIONS = 4;
const DOOMS = {
  crash: null,
  'crash before commit': 'before commit',
  'crash after commit': 'after commit',
} as const;
const PHASES = ['concept', 'development', 'assembly', 'operational', 'retired'];
const ASSESSMENTS = ['on-track', 'at-risk', 'off-track', 'not-assessed'];
const TAGS = ['alpha', 'beta', 'gamma', 'delta'];

/** Does one thing. What is not possible just now does nothing. */
export async function act(simulation: Simulation, happening: Happening): Promise<void> {
  switch (happening.kind) {
    case 'open tab':
    case 'demote':
    case 'disk full':
      return onBrowser(simulation, happening);
    case 'crash':
    case 'crash before commit':
    case 'crash after commit':
      simulation.crash(happening.downMs, DOOMS[happening.kind]);
      return;
    case 'store away':
    case 'commit lost':
    case 'answer lost':
      troubleStore(simulation, happening.kind);
      return;
    case 'nothing':
      return;
    default: {
      const tab = at(simulation.tabs, happening.tab);
      if (tab) onTab(simulation, tab, happening);
    }
  }
}

async function onBrowser(
  simulation: Simulation,
  happening: Extract<Happening, { browser: number }>,
): Promise<void> {
  const browser = at(simulation.browsers, happening.browser);
  if (!browser) return;
  if (happening.kind === 'demote') simulation.demote(browser);
  else if (happening.kind === 'disk full') simulation.fillDisk(browser);
  else if (browser.tabs.filter(({ isAlive }) => isAlive).length < 3) await simulation.openTab(browser);
}

function troubleStore(simulation: Simulation, kind: 'store away' | 'commit lost' | 'answer lost'): void {
  const points = {
    'store away': 'before',
    'commit lost': 'lost-commit',
    'answer lost': 'lost-answer',
  } as const;
  simulation.nextCrashPoint = points[kind];
  simulation.tally.saw(kind === 'store away' ? 'store away' : 'commits without answer');
}

type TabHappening = Extract<Happening, { tab: number }>;

function onTab(simulation: Simulation, tab: Tab, happening: TabHappening): void {
  switch (happening.kind) {
    case 'cut':
    case 'silent cut':
      return tab.transport.cut(happening.kind === 'silent cut');
    case 'unplug':
    case 'unnoticed unplug':
      return tab.plug(false, happening.kind === 'unplug');
    case 'plug':
      return tab.plug(true, true);
    case 'look again':
      return tab.lookAgain();
    case 'kill tab':
      simulation.tally.saw('killed tabs');
      return tab.kill();
    case 'undo':
      return undo(simulation, tab, happening.pick);
    case 'settle':
      return settle(simulation, tab, happening.pick);
    case 'burst':
      for (let index = 0; index < happening.size; index++) {
        ask(simulation, tab, editOps(simulation, tab, 'rename', happening.pick + (index % 2)));
      }
      return;
    default:
      return ask(simulation, tab, editOps(simulation, tab, happening.kind, happening.pick));
  }
}

function ask(simulation: Simulation, tab: Tab, ops: readonly Op[]): void {
  if (ops.length === 0) return;
  const id = tab.ask(ops);
  simulation.reference.asked.set(id, { id, ops });
}

type EditKind = 'create' | 'rename' | 'assess' | 'tag' | 'delete' | 'restore' | 'retype';

function editOps(simulation: Simulation, tab: Tab, kind: EditKind, pick: number): readonly Op[] {
  const { view } = tab.client;
  switch (kind) {
    case 'create':
      return create(simulation, tab, pick);
    case 'rename':
      return set(at(view.ofType('station'), pick), 'name', simulation.chance.uuid());
    case 'retype':
      return set(
        at(view.ofType('station'), pick),
        'phase',
        PHASES[simulation.chance.below(PHASES.length)] ?? '',
      );
    case 'assess':
      return set(
        at(view.ofType('milestone'), pick),
        'assessment',
        ASSESSMENTS[simulation.chance.below(ASSESSMENTS.length)] ?? '',
      );
    case 'tag':
      return tag(simulation, at(view.ofType('station'), pick));
    case 'delete':
      return live(tab, pick).map(({ type, id }) => ({ op: 'delete', type, id }));
    case 'restore':
      return [at([...view.deletedOfType('station'), ...view.deletedOfType('milestone')], pick)].flatMap(
        (record) => (record ? [{ op: 'restore' as const, type: record.type, id: record.id }] : []),
      );
    default:
      return unreachable(kind);
  }
}

function create(simulation: Simulation, tab: Tab, pick: number): readonly Op[] {
  const stations = tab.client.view.ofType('station');
  const id = simulation.chance.uuid();
  const name = simulation.chance.uuid();
  const station = at(stations, pick);
  if (!station || stations.length < MOST_STATIONS)
    return [{ op: 'create', type: 'station', id, fields: { name } }];
  return [{ op: 'create', type: 'milestone', id, fields: { name, subject: station.id } }];
}

function set(record: AnyRecord | undefined, field: string, to: string): readonly Op[] {
  if (!record) return [];
  const from = record.fields[field] ?? null;
  return [{ op: 'update', type: record.type, id: record.id, edits: { [field]: { from, to } } }];
}

function tag(simulation: Simulation, record: AnyRecord | undefined): readonly Op[] {
  if (!record) return [];
  const one = () => TAGS[simulation.chance.below(TAGS.length)] ?? '';
  return [
    { op: 'update', type: record.type, id: record.id, edits: { aliases: { add: [one()], remove: [one()] } } },
  ];
}

function live(tab: Tab, pick: number): readonly AnyRecord[] {
  const types: RecordType[] = ['milestone', 'station'];
  const record = at(
    types.flatMap((type) => [...tab.client.view.ofType(type)] as AnyRecord[]),
    pick,
  );
  return record ? [record] : [];
}

function undo(simulation: Simulation, tab: Tab, pick: number): void {
  const own = tab.client.changesSeen.filter(({ isOwn }) => isOwn);
  const seen = at(own, pick);
  if (!seen) return;
  simulation.tally.saw('undone changes');
  for (const id of tab.client.undo(seen.change)) tab.noteAsked(id);
}

function settle(simulation: Simulation, tab: Tab, pick: number): void {
  const refusal = at(tab.client.refusals, pick);
  if (!refusal) return;
  const choices = ['retry', 'discard', 'restore'] as const;
  simulation.tally.saw('settled refusals');
  simulation.settled.add(refusal.mutation.id);
  const id = tab.client.settle(refusal.mutation.id, choices[pick % choices.length] ?? 'discard');
  if (id) tab.noteAsked(id);
}

function at<T>(list: readonly T[], index: number): T | undefined {
  return list.length === 0 ? undefined : list[index % list.length];
}
