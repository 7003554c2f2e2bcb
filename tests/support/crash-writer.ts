/**
 * A client reduced to what the crash test is about: it keeps each mutation until it has been answered, sends what
 * waits again after every reconnect, and folds the changes that come, which throws on a gap or a repeat.
 */
import {
  splitMutationId,
  WorkspaceState,
  type Change,
  type Mutation,
  type Verdict,
} from '@stationkeeper/protocol';
import { createStation, setStation, TestWriter, update } from './mutations.ts';
import { TestSocket } from './test-socket.ts';

/** Where and as whom to connect; `origin` may be down for a while. */
export interface CrashTarget {
  readonly origin: string;
  readonly cookie: string;
  readonly workspace: string;
}

/** One of the writers. */
export class CrashWriter {
  readonly state = new WorkspaceState();
  readonly answered = new Map<string, Verdict>();
  readonly sentTimes = new Map<string, number>();
  /** Mutations that cannot be accepted without a change: adding to a set what is there already is one. */
  readonly mustChange = new Set<string>();
  readonly #target: CrashTarget;
  readonly #writer = new TestWriter('', crypto.randomUUID());
  readonly #pick: (below: number) => number;
  readonly #sharedId: string;
  #waiting: Mutation[] = [];
  #heard: () => void;
  #isDone = false;

  constructor(
    target: CrashTarget,
    more: { pick: (below: number) => number; sharedId: string; heard: () => void },
  ) {
    this.#target = target;
    this.#pick = more.pick;
    this.#sharedId = more.sharedId;
    this.#heard = more.heard;
  }

  /** No new edits from here on; `run` ends when all have been answered. */
  finish(): void {
    this.#isDone = true;
  }

  /** Writes until it is told to finish, whatever happens to the server. */
  async run(): Promise<void> {
    while (!this.#isDone || this.#waiting.length > 0) await this.#session().catch(() => undefined);
  }

  /** Connects once more, and stays until everything up to `head` has come. */
  async reach(head: number): Promise<void> {
    const socket = await this.#connect();
    await socket.until(() => this.state.head >= head);
    socket.close();
  }

  /** One connection, until it ends. */
  async #session(): Promise<void> {
    const socket = await this.#connect();
    try {
      while (!this.#isDone || this.#waiting.length > 0) await this.#pushOnce(socket);
    } finally {
      socket.close();
    }
  }

  async #connect(): Promise<TestSocket> {
    const { origin, cookie, workspace } = this.#target;
    const socket = new TestSocket(origin, cookie);
    socket.socket.on('changes', ({ changes }: { changes: Change[] }) => this.#apply(changes));
    try {
      await socket.connected();
      const reply = await socket.open(workspace, this.state.head);
      if (reply.status !== 'opened') throw new Error(JSON.stringify(reply));
      return socket;
    } catch (error) {
      socket.close();
      throw error;
    }
  }

  async #pushOnce(socket: TestSocket): Promise<void> {
    if (!this.#isDone) this.#waiting.push(this.#newEdit());
    const pushed = this.#waiting.slice(0, 20);
    for (const { id } of pushed) this.sentTimes.set(id, (this.sentTimes.get(id) ?? 0) + 1);
    const reply = await socket.push(pushed);
    if (reply.status === 'refused') throw new Error(reply.error.message);
    for (const verdict of reply.verdicts) this.answered.set(verdict.id, verdict);
    this.#waiting = this.#waiting.filter(({ id }) => !this.answered.has(id));
    this.#heard();
  }

  #newEdit(): Mutation {
    const { counter } = splitMutationId(this.#writer.nextId);
    const shared = this.state.get(this.#sharedId);
    const kind = shared ? this.#pick(3) : 0;
    if (kind < 2) this.mustChange.add(this.#writer.nextId);
    if (kind === 1) {
      const present = shared?.fields['orbit'] ?? null;
      return this.#writer.mutation([
        setStation(this.#sharedId, 'orbit', present, `${this.#writer.clientId} ${counter}`),
      ]);
    }
    if (kind === 2) {
      const add = [`${this.#writer.clientId.slice(-6)} ${this.#pick(20)}`];
      return this.#writer.mutation([update('station', this.#sharedId, { aliases: { add, remove: [] } })]);
    }
    return this.#writer.mutation([createStation(`Station ${counter}`, crypto.randomUUID())]);
  }

  #apply(changes: readonly Change[]): void {
    for (const change of changes) this.state.apply(change);
    this.#heard();
  }
}
