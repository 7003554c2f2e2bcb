import * as fc from 'fast-check';
import { RECORD_TYPES, type AnyRecord } from '@stationkeeper/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordOf } from '../../../../tests/support/arbitraries/record.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/postgres.ts';
import { loadAllRecords } from './record-reader.ts';
import { recordWrites } from './record-writes.ts';
import { runAll } from './statement.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** Any ids at all stand in the references here, so the keys are not asked. */
async function writeAndRead(records: readonly AnyRecord[]): Promise<AnyRecord[]> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      "INSERT INTO workspace (id, slug, name) VALUES ('00000000-0000-4000-8000-000000000000', 'a', 'A')",
    );
    const created = new Map(records.map((record, index) => [record.id, index + 1]));
    const batch = { changes: [], records, created };
    await runAll(client, recordWrites('00000000-0000-4000-8000-000000000000', batch));
    return await loadAllRecords(client, '00000000-0000-4000-8000-000000000000');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

test.each(RECORD_TYPES)('a %s comes back from its row as it went in', async (type) => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(recordOf(type), { minLength: 1, maxLength: 20, selector: (record) => record.id }),
      async (records) => {
        expect(await writeAndRead(records)).toEqual(records);
      },
    ),
    { numRuns: 15 },
  );
});
