/** The client on a stage: the test plays the server by hand and moves the clock. */
import {
  encodeSnapshot,
  WorkspaceState,
  type Change,
  type Mutation,
  type MutationId,
  type OpenReply,
  type OpenRequest,
  type Patch,
  type PushReply,
  type PushRequest,
  type Verdict,
} from '@stationkeeper/protocol';
import { expect } from 'vitest';
import { VirtualClock } from '../../../../tests/simulation/virtual-clock.ts';
import { setStation, testUuid } from '../../../../tests/support/mutations.ts';
import { createClient } from '../client.ts';
import type { Connection, ConnectionListener, LeftBehind, Storage, StorageWrite } from '../ports.ts';
import type { ClientEvent, SyncClient } from '../sync-client.ts';

/** One connection, seen from the server. */
class Line implements Connection {
  readonly listener: ConnectionListener;
  readonly opens: { request: OpenRequest; reply: (answer: OpenReply) => void }[] = [];
  readonly pushes: { request: PushRequest; reply: (answer: PushReply) => void }[] = [];
  isClosed = false;

  constructor(listener: ConnectionListener) {
    this.listener = listener;
  }

  open: Connection['open'] = (request, reply) => void this.opens.push({ request, reply });
  push: Connection['push'] = (request, reply) => void this.pushes.push({ request, reply });
  here = () => undefined;
  close(): void {
    this.isClosed = true;
  }
}

/** A storage that the test looks into. */
class HandStorage implements Storage {
  readonly kind = 'persistent';
  readonly writes: StorageWrite[] = [];
  left: readonly LeftBehind[] = [];
  fails = false;
  claim = () => Promise.resolve();
  adopt: Storage['adopt'] = () => {
    const { left } = this;
    this.left = [];
    return Promise.resolve(left);
  };
  write = (write: StorageWrite) => {
    if (this.fails) return Promise.reject(new Error('disk full'));
    this.writes.push(write);
    return Promise.resolve();
  };
  readonly givenBack: string[] = [];
  giveBack = (clientIds: readonly string[]) => void this.givenBack.push(...clientIds);
  held: Storage['held'] = () => Promise.resolve([]);
  clear = () => Promise.resolve();
  close = () => undefined;
}

/** The one station that is there from the start, named 'Old'. */
export const STATION = testUuid();
const USER = testUuid();

/** A client that has been started, with everything that it touches. */
export class Stage {
  readonly clock = new VirtualClock();
  readonly storage = new HandStorage();
  readonly lines: Line[] = [];
  /** All that listeners were told. */
  readonly told: ClientEvent[] = [];
  /** What the played server has. */
  readonly server = new WorkspaceState();
  client: SyncClient;
  network: (isOnline: boolean) => void = () => undefined;
  resumed: () => void = () => undefined;

  constructor() {
    this.change([{ op: 'create', type: 'station', id: STATION, fields: { name: 'Old' } }]);
    this.client = this.startClient();
  }

  static async set(): Promise<Stage> {
    const stage = new Stage();
    await stage.settle();
    return stage;
  }

  startClient(): SyncClient {
    const client = createClient({
      workspace: 'board',
      userId: USER,
      view: new WorkspaceState(this.server.head, this.server.all()),
      fetchSnapshot: () => Promise.resolve(encodeSnapshot(this.server.head, this.server.all())),
      transport: {
        connect: (listener) => {
          const line = new Line(listener);
          this.lines.push(line);
          return line;
        },
      },
      openStorage: () => Promise.resolve(this.storage),
      clock: this.clock.forClient(() => true),
      random: { uuid: testUuid, fraction: () => 0.5 },
      surroundings: {
        isOnline: () => true,
        listen: (on) => {
          this.network = (isOnline) => on.network(isOnline);
          this.resumed = () => on.resumed();
          return () => undefined;
        },
      },
    });
    client.subscribe((event) => this.told.push(event));
    client.start();
    return client;
  }

  /** The connection of the moment. */
  get line(): Line {
    const line = this.lines.at(-1);
    if (!line) throw new Error('Nothing is connected.');
    return line;
  }

  settle(): Promise<void> {
    return this.pass(0);
  }

  pass(delayMs: number): Promise<void> {
    return this.clock.pass(delayMs, () => undefined);
  }

  /** Answers the connection and its `open`, with the person whose session it is. */
  async open(userId = USER): Promise<void> {
    this.line.listener.connected();
    await this.settle();
    const { head } = this.server;
    this.line.opens.at(-1)?.reply({ status: 'opened', workspaceId: 'w', head, role: 'editor', userId });
    await this.settle();
  }

  /** A change on the played server; it is not sent. */
  change(patches: readonly Patch[], mutationId: MutationId = `${testUuid()}:1`): Change {
    const envelope = { groupId: null, reason: null, undoes: null, schemaVersion: 1 };
    const made = { seq: this.server.head + 1, at: 0, actor: USER, mutationId, ...envelope, patches };
    this.server.apply(made);
    return made;
  }

  /** Answers the last push. */
  async answer(...verdicts: Verdict[]): Promise<void> {
    this.line.pushes.at(-1)?.reply({ status: 'answered', verdicts });
    await this.settle();
  }

  async refuse(error: Extract<PushReply, { status: 'refused' }>['error']): Promise<void> {
    this.line.pushes.at(-1)?.reply({ status: 'refused', error });
    await this.settle();
  }

  /** Asks the client to rename the station. */
  rename(from: string, to: string): MutationId {
    return this.client.mutate([setStation(STATION, 'name', from, to)]);
  }

  get nameShown(): unknown {
    return this.client.view.get(STATION)?.fields['name'];
  }

  /** The edits of the last push. */
  get lastPush(): readonly Mutation[] {
    return (this.line.pushes.at(-1)?.request.mutations ?? []) as readonly Mutation[];
  }

  /** The ids of every push on this connection. */
  get pushed(): readonly (readonly MutationId[])[] {
    return this.line.pushes.map(({ request }) => (request.mutations as Mutation[]).map(({ id }) => id));
  }

  /** A rename that somebody else's comes before. */
  async conflict(): Promise<MutationId> {
    await this.open();
    const id = this.rename('Old', 'Mine');
    await this.settle();
    this.line.listener.changes([this.change(renamed('Old', 'Theirs'))]);
    await this.answer({ id, status: 'conflict', conflicts: [] });
    expect(this.client.refusals).toHaveLength(1);
    return id;
  }
}

/** The patches of a rename of the station. */
export function renamed(from: string, to: string): Patch[] {
  return [{ op: 'update', type: 'station', id: STATION, edits: { name: { from, to } } }];
}
