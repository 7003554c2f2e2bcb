/**
 * The records and the edits of this tab: what is shown, what waits, what was refused. It speaks to the machine in
 * events and hears from it through `client.ts`; of connections and alarms it knows nothing.
 *
 *   mutate ── view (shown) ── outbox (stored) ──> queued
 *   verdicts ── view, outbox, refusals ──> settled, renumbered
 *   changes ── view ──> answered, diverged
 */
import { AppError } from '@stationkeeper/domain';
import {
  decodeSnapshot,
  MAX_PUSH_BYTES,
  parseMutation,
  type Change,
  type Mutation,
  type MutationId,
  type Op,
  type PushRequest,
  type Snapshot,
  type Verdict,
  type WorkspaceState,
} from '@stationkeeper/protocol';
import { ClientIds } from './client-ids.ts';
import { bytesOf, Outbox } from './outbox.ts';
import { withPatience } from './patience.ts';
import type { Clock, LeftBehind, Random, Storage } from './ports.ts';
import { ENVELOPE_BYTES } from './pushing.ts';
import type { Settlement } from './refusal.ts';
import { SeenChanges } from './seen-changes.ts';
import { opsToSettle, opsToUndo } from './settlement.ts';
import { memoryStorage } from './storage-memory.ts';
import type { ClientEvent, MutateOptions, SeenChange } from './sync-client.ts';
import type { SyncEvent, Waiting } from './sync-event.ts';
import { sortVerdicts } from './verdicts.ts';
import { WorkspaceView, type Touched } from './workspace-view.ts';

/** A storage that has not answered by then is given up for this write: an edit must not wait for a disk that hangs. */
const STORAGE_PATIENCE_MS = 5_000;

/** What the edits are made of. */
export interface EditsParts {
  readonly view: WorkspaceState;
  readonly clock: Clock;
  readonly random: Random;
  readonly dispatch: (event: SyncEvent) => void;
  readonly tell: (event: ClientEvent) => void;
}

/** Shown, stored, sent, answered. */
export class Edits {
  readonly outbox: Outbox;
  readonly #parts: EditsParts;
  readonly #view: WorkspaceView;
  readonly #ids: ClientIds;
  readonly #seen = new SeenChanges();

  constructor(parts: EditsParts) {
    this.#parts = parts;
    this.#view = new WorkspaceView(parts.view);
    this.outbox = new Outbox(withPatience(parts.clock, STORAGE_PATIENCE_MS));
    this.#ids = new ClientIds(parts.random);
  }

  get view(): WorkspaceState {
    return this.#view.state;
  }

  get seen(): readonly SeenChange[] {
    return this.#seen.list;
  }

  isPending(id: MutationId): boolean {
    return this.#view.isPending(id);
  }

  mutate(ops: readonly Op[], options: MutateOptions): MutationId {
    const mutation = readMutation({
      id: this.#ids.next(),
      groupId: options.groupId ?? null,
      reason: options.reason ?? null,
      undoes: options.undoes ?? null,
      ops,
    });
    this.#ids.take();
    void this.outbox.add(mutation).then((waiting) => this.#queue(waiting));
    this.#tellRecords(this.#view.add(mutation));
    return mutation.id;
  }

  undo(changes: readonly Change[], reason: string | null): readonly MutationId[] {
    const groupId = changes.length > 1 ? this.#parts.random.uuid() : null;
    return changes
      .toSorted((a, b) => b.seq - a.seq)
      .map((change) => this.mutate(opsToUndo(this.view, change), { reason, groupId, undoes: change.seq }));
  }

  settle(id: MutationId, choice: Settlement): MutationId | null {
    const refusal = this.outbox.refusals.find(({ mutation }) => mutation.id === id);
    if (!refusal) return null;
    const ops = opsToSettle(this.view, refusal, choice);
    const { groupId, reason, undoes } = refusal.mutation;
    const next = ops ? this.mutate(ops, { groupId, reason, undoes }) : null;
    this.outbox.settle(id);
    this.#tellRefusals();
    return next;
  }

  /** The push of these edits; those that wait no longer are left out. */
  pushOf(ids: readonly MutationId[]): PushRequest {
    return { mutations: ids.flatMap((id) => this.outbox.get(id) ?? []), settled: this.outbox.settled };
  }

  /** Folds in the next changes. */
  apply(changes: readonly Change[]): void {
    let touched: Touched;
    try {
      touched = this.#view.confirm(changes);
    } catch {
      return this.#parts.dispatch({ type: 'diverged' });
    }
    const ids = changes.map((change) => change.mutationId).filter((id) => this.outbox.get(id));
    if (ids.length > 0) {
      void this.outbox.accepted(ids);
      this.#parts.dispatch({ type: 'answered', ids });
    }
    this.#tellRecords(
      touched,
      this.#seen.add(changes, ({ mutationId }) => this.#ids.isOwn(mutationId)),
    );
  }

  /** Puts a snapshot in place of the confirmed records. */
  load(snapshot: Snapshot): void {
    const touched = this.#view.reset(snapshot.seq, decodeSnapshot(snapshot));
    this.#parts.tell({ kind: 'records', ...touched, changes: [], isReload: true });
  }

  /** Done when the storage knows: only then may the server be told that a refusal has arrived. */
  async onVerdicts(verdicts: readonly Verdict[]): Promise<void> {
    const sorted = sortVerdicts(verdicts, (id) => this.outbox.get(id), this.#parts.clock.now());
    const stored = [this.outbox.accepted(sorted.accepted), this.outbox.refused(sorted.refusals)];
    const renumbered = [...sorted.misordered].map((clientId) => this.#renumber(clientId));
    this.#tellRecords(this.#view.answer(sorted.outcomes));
    if (sorted.refusals.length > 0) this.#tellRefusals();
    await Promise.all([...stored, ...renumbered]);
    if (Object.keys(this.outbox.settled).length > 0) this.#parts.dispatch({ type: 'settled' });
  }

  /** Opens the storage and takes over what closed tabs left, to be sent first. */
  async open(openStorage: () => Promise<Storage>): Promise<void> {
    await this.outbox.open(openStorage, this.#ids.current, memoryStorage());
    const left = await this.outbox.adopt();
    this.#parts.dispatch({ type: 'storage-ready', waiting: this.#takeOver(left) });
  }

  /** Takes over what tabs left that closed meanwhile. */
  async adopt(): Promise<void> {
    this.#queue(this.#takeOver(await this.outbox.adopt()));
  }

  #takeOver(left: readonly LeftBehind[]): readonly Waiting[] {
    for (const { clientId } of left) this.#ids.adopt(clientId);
    const mutations = left.flatMap((one) => one.mutations);
    if (mutations.length > 0) this.#tellRecords(this.#view.addBelow(mutations));
    if (left.some(({ refusals }) => refusals.length > 0)) this.#tellRefusals();
    return mutations.map((mutation) => ({ id: mutation.id, bytes: bytesOf(mutation) }));
  }

  async #renumber(clientId: string): Promise<void> {
    const newClientId = this.#parts.random.uuid();
    const { renamed, stored } = this.outbox.renumber(clientId, newClientId);
    this.#ids.rename(clientId, newClientId, renamed.size);
    this.#view.rename(renamed);
    this.#parts.dispatch({ type: 'renumbered', waiting: await stored });
  }

  #queue(waiting: readonly Waiting[]): void {
    if (waiting.length > 0) this.#parts.dispatch({ type: 'queued', waiting });
  }

  #tellRecords(touched: Touched, changes: readonly SeenChange[] = []): void {
    if (touched.ids.size === 0 && changes.length === 0) return;
    this.#parts.tell({ kind: 'records', ...touched, changes, isReload: false });
  }

  #tellRefusals(): void {
    this.#parts.tell({ kind: 'refusals', refusals: this.outbox.refusals });
  }
}

function readMutation(raw: Mutation): Mutation {
  const parsed = parseMutation(raw);
  if (!parsed.ok)
    throw new AppError(parsed.error.code, parsed.error.message, { details: parsed.error.details ?? {} });
  if (bytesOf(parsed.value) + ENVELOPE_BYTES <= MAX_PUSH_BYTES) return parsed.value;
  throw new AppError('too-large', 'That is too much for one edit; nothing was changed.', {
    details: { limit: MAX_PUSH_BYTES },
  });
}
