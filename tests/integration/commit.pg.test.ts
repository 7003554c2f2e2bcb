/** The commit path on PostgreSQL: writers of several servers at once, and connections that break at the worst moment. */
import { WorkspaceState, type Op, type Verdict } from '@stationkeeper/protocol';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../apps/server/src/changelog/clock.ts';
import { createChangelog, type Changelog } from '../../apps/server/src/changelog/create-changelog.ts';
import { silentLog } from '../../apps/server/src/changelog/log.ts';
import type { LogStore } from '../../apps/server/src/changelog/log-store.ts';
import { PostgresLog } from '../../apps/server/src/db/change-log.ts';
import { chance, drawMutation, recordsOf } from '../support/arbitraries/history.ts';
import { asked, createStation, setStation, TestWriter } from '../support/mutations.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { insertWorkspace } from '../support/workspaces.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

function server(store: LogStore = new PostgresLog(db.pool)): Changelog {
  return createChangelog({ store, clock: systemClock, log: silentLog });
}

const newWriter = () => new TestWriter(crypto.randomUUID(), crypto.randomUUID());

function commit(changelog: Changelog, workspaceId: string, writer: TestWriter, ...ops: Op[]) {
  return changelog.commit(workspaceId, { asked: [writer.asks(...ops)], writer: { actor: writer.userId } });
}

async function expectWhole(workspaceId: string, expectedHead: number): Promise<WorkspaceState> {
  const store = new PostgresLog(db.pool);
  const changes = await store.changesSince(workspaceId, 0, 1_000_000);
  expect(changes.map(({ seq }) => seq)).toEqual(
    Array.from({ length: expectedHead }, (_, index) => index + 1),
  );
  expect(new Set(changes.map(({ mutationId }) => mutationId)).size).toBe(expectedHead);
  const times = changes.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  const folded = new WorkspaceState();
  for (const change of changes) folded.apply(change);
  expect(await store.load(workspaceId)).toEqual({ head: expectedHead, records: [...folded.all()] });
  return folded;
}

test('[S1] eight writers on two servers: dense seq, nothing lost, nothing twice, rows = fold', async () => {
  const workspaceId = await insertWorkspace(db.pool);
  const servers = [server(), server()];
  const verdicts: Verdict[] = [];
  await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const changelog = servers[index % 2] ?? server();
      const writer = newWriter();
      for (let edit = 0; edit < 30; edit++) {
        verdicts.push(
          ...(await commit(changelog, workspaceId, writer, createStation(`S${edit}`, crypto.randomUUID()))),
        );
      }
    }),
  );
  expect(verdicts.every(({ status }) => status === 'accepted')).toBe(true);
  const seqs = verdicts.map((verdict) => (verdict.status === 'accepted' ? verdict.seq : 0));
  expect(new Set(seqs).size).toBe(240);
  await expectWhole(workspaceId, 240);
});

test('[V2] writers on several servers who set one field: one of them wins each time, all others are told', async () => {
  const workspaceId = await insertWorkspace(db.pool);
  const servers = [server(), server(), server(), server()];
  const id = crypto.randomUUID();
  await commit(servers[0] ?? server(), workspaceId, newWriter(), createStation('0', id));
  let name = '0';
  for (let round = 1; round <= 10; round++) {
    const seen = name;
    const verdicts = await Promise.all(
      servers.map((changelog, index) =>
        commit(changelog, workspaceId, newWriter(), setStation(id, 'name', seen, `${round}-${index}`)),
      ),
    );
    const statuses = verdicts.flat().map(({ status }) => status);
    expect(statuses.filter((status) => status === 'accepted')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'conflict')).toHaveLength(3);
    const now = await servers[0]?.replica(workspaceId);
    await now?.catchUp();
    name = String(now?.state.get(id)?.fields['name']);
  }
  await expectWhole(workspaceId, 11);
});

test('[P2] repeats after a restart get their first answers, and write nothing', async () => {
  const workspaceId = await insertWorkspace(db.pool);
  const writer = newWriter();
  const id = crypto.randomUUID();
  const edits = [
    writer.asks(createStation('Alpha', id)),
    writer.asks(setStation(id, 'name', 'Wrong', 'Beta')),
    writer.asks(setStation(id, 'orbit', null, 'LEO')),
  ];
  const push = { asked: edits, writer: { actor: writer.userId } };
  const first = await server().commit(workspaceId, push);
  expect(first.map(({ status }) => status)).toEqual(['accepted', 'conflict', 'accepted']);
  expect(await server().commit(workspaceId, push)).toEqual(first);
  await expectWhole(workspaceId, 2);
});

/** A store whose connection is killed by the database itself, just before or just after COMMIT is sent. */
function killedAt(moment: 'before-append' | 'after-append'): LogStore {
  const store = new PostgresLog(db.pool);
  let isKilled = false;
  const kill = async () => {
    if (isKilled) return;
    isKilled = true;
    await db.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`,
    );
  };
  const locked = store.locked.bind(store);
  store.locked = (workspaceId, clientIds, work) =>
    locked(workspaceId, clientIds, async (log) => {
      const append: typeof log.append = async (batch) => {
        if (moment === 'before-append') await kill();
        await log.append(batch);
        if (moment === 'after-append') await kill();
      };
      return work({ ...log, append });
    });
  return store;
}

test('[P7] the backend is killed before it has written: nothing is there, asking again does it once', async () => {
  const workspaceId = await insertWorkspace(db.pool);
  const changelog = server(killedAt('before-append'));
  const writer = newWriter();
  const push = {
    asked: [writer.asks(createStation('A', crypto.randomUUID()))],
    writer: { actor: writer.userId },
  };
  await expect(changelog.commit(workspaceId, push)).rejects.toMatchObject({ code: 'unavailable' });
  await expectWhole(workspaceId, 0);
  expect(await changelog.commit(workspaceId, push)).toMatchObject([{ status: 'accepted', seq: 1 }]);
  await expectWhole(workspaceId, 1);
});

test('[P7] the backend is killed while COMMIT is on its way: it is looked up and done once', async () => {
  const workspaceId = await insertWorkspace(db.pool);
  const changelog = server(killedAt('after-append'));
  const writer = newWriter();
  const push = {
    asked: [writer.asks(createStation('A', crypto.randomUUID()))],
    writer: { actor: writer.userId },
  };
  expect(await changelog.commit(workspaceId, push)).toMatchObject([{ status: 'accepted', seq: 1 }]);
  await expectWhole(workspaceId, 1);
});

test('[S2] what the rows cannot hold is refused alone, and the log goes on', async () => {
  const workspaceId = await insertWorkspace(db.pool);
  const changelog = server();
  const [good, bad] = [newWriter(), newWriter()];
  // The parser would not let this through; the database is the last to say no.
  const poison = {
    op: 'create',
    type: 'station',
    id: crypto.randomUUID(),
    fields: { name: 'a\u0000b' },
  } as const;
  const [one, two] = await Promise.all([
    commit(changelog, workspaceId, good, createStation('A', crypto.randomUUID())),
    commit(changelog, workspaceId, bad, poison),
  ]);
  expect(one).toMatchObject([{ status: 'accepted' }]);
  expect(two).toMatchObject([{ status: 'rejected', error: { code: 'internal' } }]);
  expect(await commit(changelog, workspaceId, bad, createStation('B', crypto.randomUUID()))).toMatchObject([
    { status: 'accepted', seq: 2 },
  ]);
  await expectWhole(workspaceId, 2);
});

test('[N1] whatever is done by chance: rows are the fold of the log, and so is every past moment', async () => {
  await fc.assert(
    fc.asyncProperty(chance, async (draw) => {
      const workspaceId = await insertWorkspace(db.pool);
      const changelog = server();
      const writer = newWriter();
      for (let batch = 0; batch < 6; batch++) {
        const { state } = await changelog.replica(workspaceId);
        const mutations = Array.from({ length: 6 }, () =>
          asked(writer.mutation(drawMutation(draw, state).ops)),
        );
        await changelog.commit(workspaceId, { asked: mutations, writer: { actor: writer.userId } });
      }
      const { state } = await changelog.replica(workspaceId);
      const folded = await expectWhole(workspaceId, state.head);
      expect(recordsOf(state)).toEqual(recordsOf(folded));
    }),
    { numRuns: 12 },
  );
}, 60_000);
