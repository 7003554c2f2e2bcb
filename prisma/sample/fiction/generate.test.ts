import { RECORD_TYPES } from '@stationkeeper/domain';
import { parseMutation } from '@stationkeeper/protocol';
import { describe, expect, it } from 'vitest';
import { generateFiction, type Fiction } from './generate.ts';

const fiction: Fiction = {
  records: 1_000,
  changes: 3_000,
  seed: '7',
  years: 6,
  until: Date.UTC(2026, 0, 1),
};

/** Counts of what the mutations ask for. */
function counted(options: Fiction) {
  const made = new Map<string, number>();
  let [changes, deletions] = [0, 0];
  for (const { mutation } of generateFiction(options)) {
    changes += 1;
    for (const op of mutation.ops) {
      if (op.op === 'create') made.set(op.type, (made.get(op.type) ?? 0) + 1);
      if (op.op === 'delete') deletions += 1;
    }
  }
  return { made, changes, deletions, records: [...made.values()].reduce((sum, count) => sum + count, 0) };
}

describe('a fictional workspace', () => {
  it('is the same for the same seed and another for another', () => {
    const first = JSON.stringify([...generateFiction(fiction)]);
    expect(JSON.stringify([...generateFiction(fiction)])).toBe(first);
    expect(JSON.stringify([...generateFiction({ ...fiction, seed: '8' })])).not.toBe(first);
  });

  it.each([
    [100, 60],
    [100, 2_000],
    [1_000, 3_000],
    [3_000, 100],
  ])('holds exactly %i records made in %i changes, of every type', (records, changes) => {
    const result = counted({ ...fiction, records, changes });
    expect(result).toMatchObject({ records, changes });
    expect([...result.made.keys()].sort()).toEqual([...RECORD_TYPES].sort());
  });

  it('deletes some records, and its forecasts slip', () => {
    const { made, deletions } = counted(fiction);
    expect(deletions).toBeGreaterThan(10);
    expect(made.get('forecast') ?? 0).toBeGreaterThan(made.get('milestone') ?? 0);
  });

  it('is spread over the years and never runs back', () => {
    const times = [...generateFiction(fiction)].map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeLessThan(Date.UTC(2020, 0, 5));
    expect(times.at(-1)).toBeLessThan(fiction.until);
  });

  it('asks only for what is in canonical form', () => {
    for (const { mutation } of generateFiction({ ...fiction, changes: 1_500 })) {
      expect(parseMutation(mutation)).toEqual({ ok: true, value: mutation });
    }
  });

  it('refuses numbers that do not go together', () => {
    expect(() => [...generateFiction({ ...fiction, records: 10 })]).toThrow(/do not go together/);
    expect(() => [...generateFiction({ ...fiction, records: 100_000, changes: 10 })]).toThrow();
  });
});
