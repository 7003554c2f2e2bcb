/** The commit path on a store in memory. */
import type { Verdict } from '@stationkeeper/protocol';
import { createChangelog } from '../../apps/server/src/changelog/create-changelog.ts';
import { silentLog } from '../../apps/server/src/changelog/log.ts';
import type { Asked } from '../../apps/server/src/changelog/verdicts.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryLogStore } from './memory-log-store.ts';
import { testUuid, type TestWriter } from './mutations.ts';

/** A log with one workspace on a store in memory. */
export function commitFixture() {
  const store = new MemoryLogStore(() => 1_700_000_000_000);
  const workspaceId = testUuid();
  store.addWorkspace(workspaceId);
  const clock = new ManualClock();
  const server = () => createChangelog({ store, clock, log: silentLog });
  const changelog = server();
  const commit = (writer: TestWriter, ...mutations: Asked[]) =>
    changelog.commit(workspaceId, { asked: mutations, writer: { actor: writer.userId } });
  const log = () => store.logOf(workspaceId);
  return { store, clock, workspaceId, changelog, commit, log, server };
}

/** The statuses of verdicts, in order. */
export const statuses = (verdicts: readonly Verdict[]) => verdicts.map(({ status }) => status);
