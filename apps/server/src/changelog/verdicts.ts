/**
 * The verdicts on a batch, in memory, under the lock: each mutation is judged on what its predecessors in the
 * batch would leave. Nothing here reads or writes anything; repeats are only marked, their first answers are
 * looked up by `commit.ts`.
 *
 *   counter of the mutation against the last one of its client (SPEC P2 to P5)
 *     ≤ last      repeat: gets its first answer
 *     = last + 1  judged; the counter moves, whatever the verdict
 *     > last + 1  out-of-order: not judged, not remembered
 *   and nothing at all is judged or remembered of somebody who has been put out meanwhile (SPEC A2)
 */
import { AppError, type AnyRecord, type ErrorBody } from '@stationkeeper/domain';
import {
  DraftView,
  judge,
  parseMutation,
  SCHEMA_VERSION,
  splitMutationId,
  touchedIds,
  type Change,
  type JudgeContext,
  type Mutation,
  type MutationId,
  type RecordView,
  type Verdict,
} from '@stationkeeper/protocol';
import type { ClientCounter, LockedLog, Refusal } from './log-store.ts';

/** On whose behalf a mutation is judged. Asked when its turn comes, so that the role held then decides. */
export interface Writer {
  /** User id, or `system`. */
  readonly actor: string;
  /** What is wrong with this writer now, or null: a viewer, somebody removed meanwhile. */
  readonly refusal?: () => ErrorBody | null;
  /** Whether nothing of this writer may be looked at any more: signed out, put out. */
  readonly isBarred?: () => boolean;
  readonly mayDo?: JudgeContext['mayDo'];
  readonly isMember?: JudgeContext['isMember'];
}

/** A mutation as it arrived: readable, or what is wrong with it. `at`: the time it is to carry, for `system` only. */
export interface Asked {
  readonly id: MutationId;
  readonly mutation: Mutation | null;
  readonly error: ErrorBody | null;
  readonly at?: number;
}

/** Reads a mutation that came under this id: its values in canonical form, or what is wrong with it (SPEC P6). */
export function readAsked(id: MutationId, input: unknown): Asked {
  const parsed = parseMutation(input);
  return parsed.ok
    ? { id, mutation: parsed.value, error: null }
    : { id, mutation: null, error: parsed.error };
}

/** One place in a batch. */
export interface Request {
  readonly asked: Asked;
  readonly writer: Writer;
}

/** What a batch comes to. `verdicts` stand in the order of the requests; `null` is a repeat. */
export interface BatchOutcome {
  readonly verdicts: (Verdict | null)[];
  readonly changes: readonly Change[];
  readonly records: readonly AnyRecord[];
  readonly created: ReadonlyMap<string, number>;
  readonly counters: readonly ClientCounter[];
}

type Locked = Pick<LockedLog, 'head' | 'lastAt' | 'now' | 'counters'>;

/** Judges a batch on `view`, which must stand at the locked head. */
export function judgeBatch(view: RecordView, log: Locked, requests: readonly Request[]): BatchOutcome {
  const batch = new Batch(view, log);
  const verdicts = requests.map((request) => batch.verdictOn(request));
  return { verdicts, ...batch.result() };
}

class Batch {
  readonly #draft: DraftView;
  readonly #counters: Map<string, ClientCounter>;
  readonly #moved = new Set<string>();
  readonly #changes: Change[] = [];
  readonly #earlier = new Map<MutationId, Verdict>();
  readonly #head: number;
  readonly #now: number;
  #at: number;

  constructor(view: RecordView, log: Locked) {
    this.#draft = new DraftView(view);
    this.#counters = new Map(log.counters);
    this.#head = log.head;
    this.#now = Math.max(log.now, log.lastAt);
    this.#at = log.lastAt;
  }

  verdictOn({ asked, writer }: Request): Verdict | null {
    if (writer.isBarred?.()) return refused(asked.id, BARRED);
    const { clientId, counter } = splitMutationId(asked.id);
    const known = this.#counters.get(clientId);
    if (known && known.userId !== writer.actor) return refused(asked.id, FOREIGN_CLIENT);
    const expected = (known?.lastCounter ?? 0) + 1;
    if (counter < expected) return this.#earlier.get(asked.id) ?? null;
    if (counter > expected) return refused(asked.id, outOfOrder(expected));
    this.#counters.set(clientId, { clientId, userId: writer.actor, lastCounter: counter });
    this.#moved.add(clientId);
    const verdict = this.#judge(asked, writer);
    this.#earlier.set(asked.id, verdict);
    return verdict;
  }

  result(): Omit<BatchOutcome, 'verdicts'> {
    const touched = new Set(this.#changes.flatMap(touchedIds));
    const created = new Map(
      this.#changes.flatMap((change) =>
        change.patches
          .filter((patch) => patch.op === 'create')
          .map((patch): [string, number] => [patch.id, change.seq]),
      ),
    );
    return {
      changes: this.#changes,
      records: [...touched].flatMap((id) => this.#draft.get(id) ?? []),
      created,
      counters: [...this.#moved].flatMap((clientId) => this.#counters.get(clientId) ?? []),
    };
  }

  #judge(asked: Asked, writer: Writer): Verdict {
    const error = writer.refusal?.() ?? asked.error ?? this.#badReference(asked.mutation);
    if (error) return refused(asked.id, error);
    if (!asked.mutation) throw new AppError('internal', 'A mutation came without content.');
    const seq = this.#seq + 1;
    const judgement = judge(this.#draft, asked.mutation, contextOf(writer, seq), this.#draft);
    if (judgement.status !== 'accepted') return { id: asked.id, ...judgement };
    if (judgement.patches.length === 0) return { id: asked.id, status: 'accepted', seq: this.#seq };
    this.#at = this.#timeOf(asked);
    this.#changes.push(changeOf(asked.mutation, writer.actor, { seq, at: this.#at }, judgement.patches));
    return { id: asked.id, status: 'accepted', seq };
  }

  get #seq(): number {
    return this.#head + this.#changes.length;
  }

  /** A change can only take back one that is there (SPEC U2). */
  #badReference(mutation: Mutation | null): ErrorBody | null {
    const undoes = mutation?.undoes ?? 0;
    if (undoes <= this.#seq) return null;
    return { code: 'not-found', message: 'The change to be undone is not there.', details: {} };
  }

  /** The store's time, or the writer's own where it was asked for: neither before the last change nor in the future (SPEC S4). */
  #timeOf(asked: Asked): number {
    if (asked.at === undefined) return Math.max(this.#now, this.#at);
    if (asked.at >= this.#at && asked.at <= this.#now) return asked.at;
    throw new AppError('invalid-value', 'A change may not be dated before the last one, nor in the future.', {
      details: { problems: [{ path: 'at', message: `must lie between ${this.#at} and ${this.#now}` }] },
    });
  }
}

function contextOf(writer: Writer, seq: number): JudgeContext {
  return {
    seq,
    ...(writer.mayDo ? { mayDo: writer.mayDo } : {}),
    ...(writer.isMember ? { isMember: writer.isMember } : {}),
  };
}

function changeOf(
  mutation: Mutation,
  actor: string,
  { seq, at }: { seq: number; at: number },
  patches: Change['patches'],
): Change {
  const { id, groupId, reason, undoes } = mutation;
  return { seq, at, actor, mutationId: id, groupId, reason, undoes, schemaVersion: SCHEMA_VERSION, patches };
}

function refused(id: MutationId, error: ErrorBody): Refusal {
  return { id, status: 'rejected', error };
}

/** A client id is a secret of the browser that made it; another user's cannot be written under. */
const FOREIGN_CLIENT: ErrorBody = {
  code: 'forbidden',
  message: 'This client id belongs to somebody else.',
  details: {},
};

/** Not an answer to the mutation: it waits in its browser until the person may come in again. */
export const BARRED: ErrorBody = {
  code: 'unavailable',
  message: 'You are no longer signed in here; your edits are kept in this browser.',
  details: { retryAfterMs: 1_000 },
};

function outOfOrder(expectedCounter: number): ErrorBody {
  const message = `Edits are missing before this one; the next one expected is number ${expectedCounter}.`;
  return { code: 'out-of-order', message, details: { expectedCounter } };
}

/** Whether a verdict is kept for a client that asks again; an `out-of-order` is no answer to the mutation itself. */
export function isKept(verdict: Verdict): verdict is Refusal {
  if (verdict.status === 'accepted') return false;
  return verdict.status === 'conflict' || !isPassing(verdict.error);
}

function isPassing(error: ErrorBody): boolean {
  return error.code === 'out-of-order' || error === FOREIGN_CLIENT || error === BARRED;
}
