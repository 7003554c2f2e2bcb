/** The workspace that a fiction is written into, and the writing. */
import { AppError } from '@stationkeeper/domain/errors';
import { splitMutationId } from '@stationkeeper/protocol';
import {
  generateFiction,
  type Fiction,
  type TimedMutation,
} from '../../../../prisma/sample/fiction/generate.ts';
import { systemClock } from '../changelog/clock.ts';
import { createChangelog, type Changelog } from '../changelog/create-changelog.ts';
import { NotifiedAnnouncements } from '../changelog/notified-announcements.ts';
import { PostgresLog } from '../db/change-log.ts';
import { setMembership } from '../identity/members.ts';
import type { AdminSession, NamedWorkspace } from './admin-session.ts';
import { tell } from './output.ts';

/** Mutations that are asked for at once; the log takes them in smaller batches. */
const PUSH_SIZE = 2_000;

/**
 * The workspace of that name: a new one, or the one that this very fiction was begun in.
 *
 * @throws AppError `record-exists` when another workspace has the name.
 */
export async function fictionalWorkspace(
  session: AdminSession,
  name: string,
  fiction: Fiction,
): Promise<NamedWorkspace> {
  const { prisma } = session.identity.database;
  const slug = slugOf(name);
  const known = await prisma.workspace.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true },
  });
  const workspace = known ?? (await prisma.workspace.create({ data: { slug, name } }));
  if (known && !(await isBegunIn(session, known, fiction))) {
    throw new AppError(
      'record-exists',
      `There is a workspace ${slug} already, with other records. Choose another --workspace.`,
    );
  }
  await letAdminsIn(session, workspace.id);
  return workspace;
}

/** Commits the mutations in order, dated as they say. `onProgress` is told how many are done. */
export async function fillWorkspace(
  { pool }: AdminSession,
  { id }: NamedWorkspace,
  mutations: Iterable<TimedMutation>,
  onProgress: (done: number) => void,
): Promise<void> {
  const log = { info: () => undefined, warn: logged, error: logged };
  const notify = async (channel: string, payload: string): Promise<void> => {
    await pool.query('select pg_notify($1, $2)', [channel, payload]);
  };
  const announcements = new NotifiedAnnouncements(notify, log);
  const changelog = createChangelog({ store: new PostgresLog(pool), clock: systemClock, log, announcements });
  let done = 0;
  for (const push of inPushes(mutations)) {
    await commitAll(changelog, id, push);
    done += push.length;
    onProgress(done);
  }
  await changelog.stop();
  await announcements.idle();
}

function* inPushes(mutations: Iterable<TimedMutation>): Generator<TimedMutation[]> {
  let push: TimedMutation[] = [];
  for (const mutation of mutations) {
    push.push(mutation);
    if (push.length < PUSH_SIZE) continue;
    yield push;
    push = [];
  }
  if (push.length > 0) yield push;
}

async function commitAll(
  changelog: Changelog,
  workspaceId: string,
  push: readonly TimedMutation[],
): Promise<void> {
  const verdicts = await changelog.commitAsSystem(workspaceId, push);
  const refused = verdicts.find(({ status }) => status !== 'accepted');
  if (refused) throw new Error(`A fictional change was not accepted: ${JSON.stringify(refused)}`);
}

/** A workspace of the same name is gone on with only when it is empty, or when this fiction's own client filled it. */
async function isBegunIn({ pool }: AdminSession, { id }: NamedWorkspace, fiction: Fiction): Promise<boolean> {
  const [first] = generateFiction(fiction);
  const clientId = first ? splitMutationId(first.mutation.id).clientId : '';
  const { rows } = await pool.query<{ is_ours: boolean }>(
    'select head = 0 or exists (select from client where workspace_id = id and client_id = $2) as is_ours from workspace where id = $1',
    [id, clientId],
  );
  return rows[0]?.is_ours === true;
}

async function letAdminsIn({ identity }: AdminSession, workspaceId: string): Promise<void> {
  const admins = await identity.database.prisma.member.findMany({
    where: { role: 'admin' },
    select: { userId: true },
    distinct: ['userId'],
  });
  for (const { userId } of admins)
    await setMembership(identity, { workspaceId, userId, actorId: null }, 'admin');
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  if (slug !== '') return slug;
  throw new AppError('invalid-value', 'The name of the workspace needs a letter or a digit.');
}

function logged(details: object, message: string): void {
  tell(`${message} ${JSON.stringify(details)}`);
}
