/**
 * The one way into a workspace's log. While one transaction runs, mutations that arrive wait; the next
 * transaction takes them together: one lock, one fsync, many edits (SPEC S1, P1).
 *
 *   interactive ──┐   up to 256        ┌─ judge each on what its predecessors leave
 *                 ├──> one transaction ┤─ write changes, rows, counters, refusals
 *   import ───────┘   up to 200        └─ COMMIT ──> replica moves, verdicts go out
 *
 * Both lanes take turns, so a person waits for one batch of an import at most, and an import is never starved.
 *
 * When a batch fails:  refused by the database, or a bug of ours ── each mutation again, alone; the one that
 *                      fails alone is refused as `internal`, so that its client can go on
 *                      COMMIT without an answer ── again: if it was written, all are repeats now (SPEC P7)
 *                      database away ── everybody is told to try again later; nothing was written
 */
import { randomUUID } from 'node:crypto';
import { AppError } from '@stationkeeper/domain';
import { splitMutationId, type Verdict } from '@stationkeeper/protocol';
import { withAuthors } from './conflict-author.ts';
import type { Log } from './log.ts';
import { OutcomeUnknown, type LockedLog, type LogBatch, type LogStore, type Settled } from './log-store.ts';
import type { Replica } from './replica.ts';
import type { Replicas } from './replicas.ts';
import { isKept, judgeBatch, type Asked, type BatchOutcome, type Request, type Writer } from './verdicts.ts';

/** Edits by people in one transaction, at most: keeps a batch in the low milliseconds. */
const MAX_INTERACTIVE = 256;
/** Mutations of an import in one transaction, at most. */
const MAX_IMPORT = 200;
/** Pushes whose settled refusals one transaction forgets, at most. */
const MAX_SETTLINGS = 32;
/** How often a batch whose COMMIT had no answer is tried before its writers are told to come back. */
const MAX_UNKNOWN = 3;

/** `interactive`: somebody waits for it. `import`: many at once, which let people's edits through. */
export type Lane = 'interactive' | 'import';

/** Mutations of one push, in order, and the refusals that its client has seen. */
export interface Push {
  readonly asked: readonly Asked[];
  readonly writer: Writer;
  readonly settled?: readonly Settled[];
}

interface Waiting extends Request {
  readonly answer: (verdict: Verdict) => void;
  readonly fail: (error: unknown) => void;
}

/** What one push says is settled. It is work like any other: who said it forgets it once it is answered. */
interface Settling {
  readonly actor: string;
  readonly settled: readonly Settled[];
  readonly answer: () => void;
  readonly fail: (error: unknown) => void;
}

/** What one transaction takes together. */
interface Batch {
  readonly requests: readonly Waiting[];
  readonly settlings: readonly Settling[];
}

interface QueueParts {
  readonly store: LogStore;
  readonly replicas: Replicas;
  readonly log: Log;
  /** Tells other processes that the workspace has moved. */
  readonly announce: (head: number) => void;
}

/** The queue of one workspace. */
export class CommitQueue {
  readonly #workspaceId: string;
  readonly #store: LogStore;
  readonly #replicas: Replicas;
  readonly #log: Log;
  readonly #announce: (head: number) => void;
  readonly #lanes: Record<Lane, Waiting[]> = { interactive: [], import: [] };
  readonly #settlings: Settling[] = [];
  #lastLane: Lane = 'import';
  #running: Promise<void> | null = null;

  constructor(workspaceId: string, parts: QueueParts) {
    this.#workspaceId = workspaceId;
    this.#store = parts.store;
    this.#replicas = parts.replicas;
    this.#log = parts.log;
    this.#announce = parts.announce;
  }

  get isIdle(): boolean {
    return this.#running === null;
  }

  /** Resolves when nothing waits and nothing runs. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /**
   * One verdict for each mutation, in order.
   *
   * @throws AppError `unavailable` when the database is away, `not-found` when the workspace is gone: some of the
   *   mutations may be committed all the same; asking again gives their first answers.
   */
  async push(push: Push, lane: Lane): Promise<Verdict[]> {
    const { writer } = push;
    const settling = this.#settle(writer.actor, push.settled ?? []);
    const answers = push.asked.map(
      (asked) =>
        new Promise<Verdict>((answer, fail) => {
          this.#lanes[lane].push({ asked, writer, answer, fail });
        }),
    );
    this.#start();
    const [verdicts] = await Promise.all([Promise.all(answers), settling]);
    return verdicts;
  }

  #settle(actor: string, settled: readonly Settled[]): Promise<void> {
    if (settled.length === 0) return Promise.resolve();
    return new Promise((answer, fail) => this.#settlings.push({ actor, settled, answer, fail }));
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#waiting > 0) this.#start();
    });
  }

  get #waiting(): number {
    return this.#lanes.interactive.length + this.#lanes.import.length + this.#settlings.length;
  }

  async #run(): Promise<void> {
    // What arrives in the same tick belongs to the same batch.
    await Promise.resolve();
    while (this.#waiting > 0) {
      const batch = this.#take();
      try {
        await this.#replicas.hold(this.#workspaceId, (replica) => this.#commit(replica, batch));
      } catch (error) {
        failAll(batch, error);
      }
    }
  }

  #take(): Batch {
    return { requests: this.#takeRequests(), settlings: this.#settlings.splice(0, MAX_SETTLINGS) };
  }

  #takeRequests(): Waiting[] {
    const other: Lane = this.#lastLane === 'import' ? 'interactive' : 'import';
    const lane = this.#lanes[other].length > 0 ? other : this.#lastLane;
    this.#lastLane = lane;
    return this.#lanes[lane].splice(0, lane === 'interactive' ? MAX_INTERACTIVE : MAX_IMPORT);
  }

  async #commit(replica: Replica, batch: Batch, unknown = 0): Promise<void> {
    try {
      const { verdicts, changes } = await this.#transact(replica, batch);
      replica.advance(changes);
      if (changes.length > 0) this.#announce(replica.head);
      for (const [index, verdict] of verdicts.entries()) batch.requests[index]?.answer(verdict);
      for (const settling of batch.settlings) settling.answer();
    } catch (error) {
      await this.#recover(replica, batch, { error, unknown });
    }
  }

  async #recover(
    replica: Replica,
    batch: Batch,
    { error, unknown }: { error: unknown; unknown: number },
  ): Promise<void> {
    if (error instanceof OutcomeUnknown && unknown < MAX_UNKNOWN) {
      this.#log.warn(
        { workspaceId: this.#workspaceId, err: error },
        'A commit had no answer; looking it up.',
      );
      return this.#commit(replica, batch, unknown + 1);
    }
    if (error instanceof AppError || error instanceof OutcomeUnknown) failAll(batch, asAppError(error));
    else await this.#commitSingly(replica, batch, error);
  }

  async #commitSingly(replica: Replica, { requests, settlings }: Batch, error: unknown): Promise<void> {
    const [request] = requests;
    if (!request) failAll({ requests, settlings }, error);
    else if (requests.length + settlings.length === 1) await this.#refuseBroken(replica, request, error);
    else {
      if (settlings.length > 0) await this.#commit(replica, { requests: [], settlings });
      for (const one of requests) await this.#commit(replica, { requests: [one], settlings: [] });
    }
  }

  /** A mutation that fails even alone is answered, and the answer kept: its client must not be stuck on it. */
  async #refuseBroken(replica: Replica, request: Waiting, cause: unknown): Promise<void> {
    const errorId = randomUUID();
    this.#log.error(
      { errorId, mutationId: request.asked.id, err: cause },
      'A mutation could not be written.',
    );
    if (request.asked.error?.code === 'internal') {
      request.fail(cause);
      return;
    }
    const message = `The edit could not be stored; nothing was changed. Quote ${errorId} when you report it.`;
    const error = { code: 'internal', message, details: { errorId } } as const;
    const answered = { ...request, asked: { id: request.asked.id, mutation: null, error } };
    await this.#commit(replica, { requests: [answered], settlings: [] });
  }

  async #transact(
    replica: Replica,
    { requests: batch, settlings }: Batch,
  ): Promise<{ verdicts: Verdict[]; changes: BatchOutcome['changes'] }> {
    const settled = settlings.flatMap(({ actor, settled }) => settled.map((one) => ({ ...one, actor })));
    const pushing = batch.map(({ asked }) => splitMutationId(asked.id).clientId);
    const clientIds = [...new Set([...pushing, ...settled.map(({ clientId }) => clientId)])];
    return this.#store.locked(this.#workspaceId, clientIds, async (log) => {
      await this.#meet(replica, log);
      const outcome = judgeBatch(replica.state, log, batch);
      const verdicts = await this.#complete(outcome, batch, log);
      const own = settled.filter(({ clientId, actor }) => log.counters.get(clientId)?.userId === actor);
      const toWrite = batchOf(outcome, verdicts, own);
      if (toWrite) await log.append(toWrite);
      return { verdicts, changes: outcome.changes };
    });
  }

  /** Brings the replica to the locked head. One that is ahead of it saw a log that is no longer there. */
  async #meet(replica: Replica, log: LockedLog): Promise<void> {
    if (replica.head < log.head) replica.advance(await log.changesSince(replica.head));
    if (replica.head === log.head) return;
    this.#replicas.lose(this.#workspaceId);
    throw new AppError('unavailable', 'The log has been replaced; nothing was changed. Try again.', {
      details: { retryAfterMs: 0 },
    });
  }

  /** Fills in the first answers of repeats, and who stands behind each conflict. */
  async #complete(outcome: BatchOutcome, batch: readonly Waiting[], log: LockedLog): Promise<Verdict[]> {
    const repeats = batch.flatMap(({ asked }, index) => (outcome.verdicts[index] ? [] : [asked.id]));
    const first = repeats.length > 0 ? await log.firstAnswers(repeats) : null;
    const conflicts = outcome.verdicts.filter((verdict) => verdict?.status === 'conflict');
    const named = await withAuthors(conflicts, log, outcome.changes);
    const authored = new Map<Verdict, Verdict>(
      conflicts.map((conflict, index) => [conflict, named[index] ?? conflict]),
    );
    const head = log.head + outcome.changes.length;
    return batch.map(({ asked }, index): Verdict => {
      const verdict = outcome.verdicts[index];
      if (verdict) return authored.get(verdict) ?? verdict;
      const seq = first?.accepted.get(asked.id) ?? head;
      return first?.refused.get(asked.id) ?? { id: asked.id, status: 'accepted', seq };
    });
  }
}

/** What is to be written, or null where the batch was nothing but repeats. */
function batchOf(
  outcome: BatchOutcome,
  verdicts: readonly Verdict[],
  settled: readonly Settled[],
): LogBatch | null {
  const { changes, records, created, counters } = outcome;
  if (counters.length + settled.length === 0) return null;
  const fresh = verdicts.filter((_verdict, index) => outcome.verdicts[index] !== null);
  const refusals = new Map(fresh.filter(isKept).map((refusal) => [refusal.id, refusal]));
  return { changes, records, created, counters, refusals: [...refusals.values()], settled };
}

function failAll({ requests, settlings }: Batch, error: unknown): void {
  for (const one of [...requests, ...settlings]) one.fail(error);
}

function asAppError(error: Error): AppError {
  if (error instanceof AppError) return error;
  const message = 'The database did not answer. Your edits are kept and are sent again.';
  return new AppError('unavailable', message, { cause: error, details: { retryAfterMs: 1_000 } });
}
