/** What every storage of waiting edits must do: run against IndexedDB and against the simulation's shelf. */
import { mutationId, type Mutation } from '@stationkeeper/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../packages/sync/src/ports.ts';
import type { Refusal } from '../../packages/sync/src/refusal.ts';
import { createStation, testUuid } from './mutations.ts';

/** A browser whose tabs share a storage. `openTab` gives a tab's own handle; closing it is the death of the tab. */
export interface StorageBrowser {
  openTab(): Promise<Storage>;
}

/** Runs the contract. */
export function describeStorage(name: string, makeBrowser: () => StorageBrowser): void {
  describe(name, () => {
    let browser: StorageBrowser;
    let tab: Storage;
    let clientId: string;

    beforeEach(async () => {
      browser = makeBrowser();
      tab = await browser.openTab();
      clientId = testUuid();
      await tab.claim(clientId);
    });

    afterEach(() => tab.close());

    const edit = (counter: number): Mutation => ({
      id: mutationId(clientId, counter),
      groupId: null,
      reason: 'because',
      undoes: null,
      ops: [createStation(`Station ${counter}`)],
    });
    const refusalOf = (mutation: Mutation): Refusal => ({
      mutation,
      verdict: { id: mutation.id, status: 'conflict', conflicts: [] },
      at: 5,
    });

    it('[O2] leaves the edits of a closed tab to the next, by counter', async () => {
      await tab.write({ put: [edit(2), edit(10), edit(1)] });
      tab.close();
      const next = await browser.openTab();
      expect(await next.adopt()).toEqual([
        { clientId, mutations: [edit(1), edit(2), edit(10)].map(withSameIds), refusals: [] },
      ]);
      next.close();
    });

    it('leaves nothing of a tab that is alive', async () => {
      await tab.write({ put: [edit(1)] });
      const other = await browser.openTab();
      expect(await other.adopt()).toEqual([]);
      other.close();
    });

    it('[O2] gives what was left to one taker only', async () => {
      await tab.write({ put: [edit(1)] });
      tab.close();
      const [one, two] = [await browser.openTab(), await browser.openTab()];
      const taken = (await Promise.all([one.adopt(), two.adopt()])).flat();
      expect(taken.map((left) => left.clientId)).toEqual([clientId]);
      one.close();
      two.close();
    });

    it('gives what was taken and left again to the next', async () => {
      await tab.write({ put: [edit(1)] });
      tab.close();
      const one = await browser.openTab();
      await one.adopt();
      one.close();
      const two = await browser.openTab();
      expect(await two.adopt()).toHaveLength(1);
      two.close();
    });

    it('moves a refused edit to the refusals, in one write, until it is settled', async () => {
      await tab.write({ put: [edit(1), edit(2)] });
      await tab.write({ refuse: [refusalOf(edit(1))] });
      tab.close();
      const next = await browser.openTab();
      const [left] = await next.adopt();
      expect(left?.mutations.map(({ id }) => id)).toEqual([mutationId(clientId, 2)]);
      expect(left?.refusals.map(({ mutation, verdict }) => [mutation.id, verdict.status])).toEqual([
        [mutationId(clientId, 1), 'conflict'],
      ]);
      await next.write({ settle: [mutationId(clientId, 1)], remove: [mutationId(clientId, 2)] });
      next.close();
      const last = await browser.openTab();
      expect(await last.adopt()).toEqual([]);
      last.close();
    });

    it('forgets everything when it is cleared', async () => {
      await tab.write({ put: [edit(1)], refuse: [refusalOf(edit(2))] });
      await tab.clear();
      tab.close();
      const next = await browser.openTab();
      expect(await next.adopt()).toEqual([]);
      next.close();
    });

    it('says what all tabs hold, waiting or refused', async () => {
      await tab.write({ put: [edit(1), edit(2)] });
      await tab.write({ refuse: [refusalOf(edit(1))] });
      const other = await browser.openTab();
      const otherId = testUuid();
      await other.claim(otherId);
      await other.write({ put: [{ ...edit(1), id: mutationId(otherId, 1) }] });
      const all = [mutationId(clientId, 1), mutationId(clientId, 2), mutationId(otherId, 1)].sort();
      expect([...(await tab.held())].sort()).toEqual(all);
      expect([...(await other.held())].sort()).toEqual(all);
      other.close();
    });

    it('keeps what a living tab holds when another is cleared, and forgets what dead ones left', async () => {
      await tab.write({ put: [edit(1)], refuse: [refusalOf(edit(2))] });
      const dead = await browser.openTab();
      const deadId = testUuid();
      await dead.claim(deadId);
      await dead.write({ put: [{ ...edit(1), id: mutationId(deadId, 1) }] });
      dead.close();
      const leaving = await browser.openTab();
      await leaving.clear();
      leaving.close();
      expect([...(await tab.held())].sort()).toEqual([mutationId(clientId, 1), mutationId(clientId, 2)]);
    });

    /** Ids of records are made anew by each call of `edit`; the contract is about everything else. */
    function withSameIds(mutation: Mutation): unknown {
      return { ...mutation, ops: mutation.ops.map((op) => ({ ...op, id: expect.any(String) as unknown })) };
    }
  });
}
