/**
 * The whole protocol under mischief. A failure prints fast-check's seed and path and the smallest scenario that
 * still fails; put that scenario into `known.ts` with a name, so that it is never forgotten.
 *
 *   SIMULATION_RUNS=10000 npx vitest run tests/simulation          for hours
 *   SIMULATION_SEED=1234 npx vitest run tests/simulation           the runs of one seed again
 */
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { KNOWN } from './known.ts';
import { scenario, type Scenario } from './scenario.ts';
import { Simulation } from './simulation.ts';
import { Tally } from './tally.ts';

const numRuns = Number(process.env['SIMULATION_RUNS'] ?? 100);
const seed = Number(process.env['SIMULATION_SEED'] ?? 20_260_101);

describe('clients and server under mischief', () => {
  const seen = new Tally();

  async function play(played: Scenario): Promise<void> {
    const simulation = new Simulation(played);
    await simulation.run(played);
    seen.add(simulation.tally);
  }

  it.each(Object.entries(KNOWN))('%s', async (_name, known) => {
    await play(known);
  });

  it(
    `keep every promise of SPEC.md, in ${numRuns} runs from seed ${seed}`,
    { timeout: 3_600_000 },
    async () => {
      await fc.assert(fc.asyncProperty(scenario, play), {
        numRuns,
        seed,
        endOnFailure: process.env['SIMULATION_SHRINK'] === 'no',
        interruptAfterTimeLimit: 1_800_000,
      });
      expect(seen.unseen, 'each kind of mischief was met').toEqual([]);
    },
  );

  afterAll(() => {
    if (process.env['SIMULATION_RUNS'])
      process.stdout.write(`${JSON.stringify(Object.fromEntries(seen.counts))}\n`);
  });
});
