import { readFileSync } from 'node:fs';
import { definitionOf, sameValue, type FieldValue, type RecordType } from '@stationkeeper/domain';
import { describe, expect, test } from 'vitest';
import { mutationIdAt } from '../../../tests/support/mutations.ts';
import type { Change } from './change.ts';
import { decodeSnapshot, encodeSnapshot, type Snapshot } from './snapshot.ts';
import { upcastChange, upcastMutation, upcastSnapshot } from './upcast.ts';
import { SCHEMA_VERSION } from './version.ts';
import { WorkspaceState } from './workspace-state.ts';

/** What was written by each version, as it was written then. Never edited; a new version adds its own. */
function frozen(name: string, version: number): unknown {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}-v${version}.json`, import.meta.url), 'utf8'));
}

const VERSIONS = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);

describe.each(VERSIONS)('version %i', (version) => {
  const log = frozen('log', version) as Change[];
  const snapshot = frozen('snapshot', version) as Snapshot;

  test('[E3] the frozen log is replayed to what its snapshot holds', () => {
    const state = new WorkspaceState();
    for (const change of log) state.apply(upcastChange(change));
    expect(state.head).toBe(snapshot.seq);
    const folded = encodeSnapshot(state.head, state.all());
    const kept = encodeSnapshot(snapshot.seq, decodeSnapshot(upcastSnapshot(snapshot)));
    expect(folded).toEqual(kept);
  });

  test('[E3] the frozen log can be taken back to the empty workspace', () => {
    const state = new WorkspaceState();
    for (const change of log) state.apply(upcastChange(change));
    for (const change of log.toReversed()) state.rewind(upcastChange(change));
    expect(state.size).toBe(0);
  });

  test('[E1] every field of then is there, of the same kind, and holds the same when nothing is said', () => {
    const fields = frozen('fields', version) as Record<
      RecordType,
      Record<string, { kind: string; initial: FieldValue }>
    >;
    for (const [type, then] of Object.entries(fields)) {
      const now = definitionOf(type as RecordType).fields;
      for (const [name, { kind, initial }] of Object.entries(then)) {
        expect(now[name]?.kind, `${type}.${name}`).toBe(kind);
        expect(sameValue(now[name]?.initial, initial), `${type}.${name}`).toBe(true);
      }
    }
  });
});

test('[E3] what the present version wrote is read as it is', () => {
  const [change] = frozen('log', SCHEMA_VERSION) as Change[];
  expect(change && upcastChange(change)).toBe(change);
  const mutation = { id: mutationIdAt(1), groupId: null, reason: null, undoes: null, ops: [] };
  expect(upcastMutation(mutation, SCHEMA_VERSION)).toBe(mutation);
});

test.each([0, SCHEMA_VERSION + 1, 1.5, NaN])('[E3] version %d is not guessed at', (schemaVersion) => {
  expect(() => upcastSnapshot({ seq: 0, schemaVersion, types: {} })).toThrow(/version/);
});
