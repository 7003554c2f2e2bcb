/**
 * Reading what an older version of the record definitions wrote: the log, the outbox of a browser that was away, a
 * cached snapshot. One list of steps serves all three, so that they cannot come to differ (SPEC E3, E4).
 *
 * Version 1 is the first: there is no step yet. Whoever raises SCHEMA_VERSION adds one here, and leaves the frozen log
 * of the version before in `fixtures/`.
 */
import type { Change } from './change.ts';
import type { Mutation } from './mutation.ts';
import type { Snapshot } from './snapshot.ts';
import { SCHEMA_VERSION } from './version.ts';

/** From one version to the next: the same thing, said in the words of the next version. */
interface Step {
  readonly change: (change: Change) => Change;
  readonly mutation: (mutation: Mutation) => Mutation;
  readonly snapshot: (snapshot: Snapshot) => Snapshot;
}

/** STEPS[n - 1] leads from version n to n + 1. */
const STEPS: readonly Step[] = [];

/** A stored change as the present definitions read it. @throws Error for one that a newer version wrote */
export function upcastChange(change: Change): Change {
  const upcast = stepsFrom(change.schemaVersion).reduce((older, step) => step.change(older), change);
  return upcast.schemaVersion === SCHEMA_VERSION ? upcast : { ...upcast, schemaVersion: SCHEMA_VERSION };
}

/** A mutation that has waited since version `schemaVersion`. @throws Error for one that a newer version wrote */
export function upcastMutation(mutation: Mutation, schemaVersion: number): Mutation {
  return stepsFrom(schemaVersion).reduce((older, step) => step.mutation(older), mutation);
}

/** A stored snapshot as the present definitions read it. @throws Error for one that a newer version wrote */
export function upcastSnapshot(snapshot: Snapshot): Snapshot {
  const upcast = stepsFrom(snapshot.schemaVersion).reduce((older, step) => step.snapshot(older), snapshot);
  return upcast.schemaVersion === SCHEMA_VERSION ? upcast : { ...upcast, schemaVersion: SCHEMA_VERSION };
}

function stepsFrom(version: number): readonly Step[] {
  if (Number.isSafeInteger(version) && version >= 1 && version <= SCHEMA_VERSION)
    return STEPS.slice(version - 1);
  throw new Error(
    `Schema version ${String(version)} is not one that version ${String(SCHEMA_VERSION)} can read.`,
  );
}
