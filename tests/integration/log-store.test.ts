import { describeLogStore } from '../support/log-store-contract.ts';
import { MemoryLogStore } from '../support/memory-log-store.ts';
import { testUuid } from '../support/mutations.ts';

describeLogStore('memory', () => {
  const store = new MemoryLogStore();
  return Promise.resolve({
    store,
    newUser: () => Promise.resolve(testUuid()),
    newWorkspace: () => {
      const workspaceId = testUuid();
      store.addWorkspace(workspaceId);
      return Promise.resolve(workspaceId);
    },
  });
});
