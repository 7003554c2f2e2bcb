/** The operator's command that takes a workspace out as one JSON document. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { PostgresLog } from '../db/change-log.ts';
import { codeOf, StartupProblem } from '../startup-problem.ts';
import { audit } from '../identity/audit.ts';
import { exportWorkspace } from '../services/export-workspace.ts';
import type { ExportHeader } from '../services/export-workspace.ts';
import { withSession, workspaceOf } from './admin-session.ts';
import type { AdminSession, NamedWorkspace } from './admin-session.ts';
import { tell } from './output.ts';

interface ExportOptions {
  readonly workspace?: string;
  readonly output?: string;
}

/** Adds `workspace:export`. */
export function addExportCommand(program: Command): void {
  program
    .command('workspace:export')
    .description('write one JSON document with all records, citations and changes of a workspace')
    .option('--workspace <name>', 'name or slug; not needed when there is only one')
    .option('--output <file>', 'where to write it; without it, to standard output')
    .addHelpText(
      'after',
      '\nThe document is described in docs/operations.md. A file appears when it is complete.',
    )
    .action((options: ExportOptions) => withSession((session) => writeExport(session, options)));
}

async function writeExport(session: AdminSession, { workspace: name, output }: ExportOptions): Promise<void> {
  const workspace = await workspaceOf(session, name);
  const header = { workspace, people: await peopleOf(session, workspace), exportedAt: new Date() };
  const pieces = Readable.from(exportWorkspace(new PostgresLog(session.pool), header));
  if (output === undefined) await pipeline(pieces, process.stdout, { end: false });
  else await writeWhole(pieces, output);
  const { prisma } = session.identity.database;
  await audit(prisma, { event: 'workspace-exported', actorId: null, workspaceId: workspace.id });
  if (output !== undefined) tell(`${workspace.name} is in ${output}.`);
}

/** Under a name of its own until it is complete; readable by its owner only, since it holds what members wrote. */
async function writeWhole(pieces: Readable, file: string): Promise<void> {
  const draft = `${file}.${String(process.pid)}.part`;
  try {
    await pipeline(pieces, createWriteStream(draft, { mode: 0o600, flags: 'wx' }));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if (codeOf(error).startsWith('E'))
      throw new StartupProblem(`${file} cannot be written: ${(error as Error).message}.`);
    throw error;
  }
}

async function peopleOf(
  { identity, pool }: AdminSession,
  { id }: NamedWorkspace,
): Promise<ExportHeader['people']> {
  const { rows } = await pool.query<{ actor: string }>(
    'select distinct actor from change where workspace_id = $1',
    [id],
  );
  const actors = rows.map(({ actor }) => actor).filter((actor) => actor !== 'system');
  const users = await identity.database.prisma.user.findMany({
    where: { OR: [{ id: { in: actors } }, { members: { some: { workspaceId: id } } }] },
    select: { id: true, name: true, members: { where: { workspaceId: id }, select: { role: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return users.map((user) => ({ id: user.id, name: user.name, role: user.members[0]?.role ?? null }));
}
