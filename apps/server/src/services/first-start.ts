/**
 * The first start makes one workspace, so that the first account has somewhere to go, and fills it with the sample by
 * the way that every edit takes. A start that was interrupted half way is completed by the next one: the sample's
 * mutations have fixed ids, so what is there already is not made twice. Once somebody is a member, it is theirs.
 */
import { splitMutationId } from '@stationkeeper/protocol';
import type pg from 'pg';
import { sampleMutations } from '../../../../prisma/sample/sample-mutations.ts';
import type { Changelog } from '../changelog/create-changelog.ts';
import { makeFirstWorkspace, readFirstWorkspace } from '../db/first-workspace.ts';
import type { Env } from '../env.ts';
import type { Log } from '../log.ts';

const WORKSPACE = { slug: 'stations', name: 'Crewed space stations' };

export type FirstStartParts = { pool: pg.Pool; changelog: Changelog; log: Log };

/** Does nothing on all later starts. */
export async function firstStart({ start }: Pick<Env, 'start'>, parts: FirstStartParts): Promise<void> {
  await makeFirstWorkspace(parts.pool, WORKSPACE);
  if (start === 'sample') await loadSample(parts);
}

async function loadSample({ pool, changelog, log }: FirstStartParts): Promise<void> {
  const mutations = sampleMutations();
  const [first] = mutations;
  if (!first) return;
  const workspace = await readFirstWorkspace(pool, WORKSPACE.slug, splitMutationId(first.id).clientId);
  if (!workspace?.isUnused || workspace.loadedUpTo >= mutations.length) return;
  log.info({ records: mutations.length }, 'loading the sample workspace');
  const rest = mutations.slice(workspace.loadedUpTo);
  const verdicts = await changelog.commitAsSystem(
    workspace.id,
    rest.map((mutation) => ({ mutation })),
  );
  const refused = verdicts.filter(({ status }) => status !== 'accepted');
  if (refused.length > 0) log.error({ refused }, 'parts of the sample were refused');
}
