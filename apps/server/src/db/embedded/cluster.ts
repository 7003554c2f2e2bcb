/**
 * The built-in PostgreSQL's files in the data folder:
 *
 *   DATA_DIR/postgres/          the database itself
 *   DATA_DIR/postgres-password  the generated password, readable by the owner only
 *   DATA_DIR/postgres.log       what PostgreSQL had to say
 *   DATA_DIR/run/               its socket: there is no TCP port, so nothing on the network can reach it
 *
 * The database is made beside its final place and renamed when complete, so that an interrupted first start leaves
 * nothing half made, and two first starts at once end with one database.
 */
import { randomBytes, createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { link, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, StartupProblem } from '../../startup-problem.ts';
import { findBinaries } from './binaries.ts';
import { accessHint, handOver, PROGRAM_ENVIRONMENT, unprivileged } from './unprivileged.ts';

export type Cluster = { files: string; sockets: string; log: string; user: string; password: string };

/** The superuser's name and the name of the one database. */
export const NAME = 'stationkeeper';

const MAJOR = '18';

/** Unix socket paths end at 103 bytes on macOS (107 on Linux), of which `/.s.PGSQL.5432` takes 14. */
const LONGEST_SOCKET_FOLDER = 88;

/** Finds the cluster in the data folder, or makes it. Throws `StartupProblem` when the folder cannot hold one. */
export async function prepareCluster(dataDir: string): Promise<Cluster> {
  const folder = makeDataDir(dataDir);
  const password = await keepPassword(join(folder, 'postgres-password'));
  const files = join(folder, 'postgres');
  if (!existsSync(files)) await initialise(folder, files, password);
  refuseOtherVersions(files);
  handOver(files);
  return { files, sockets: socketFolder(folder), log: join(folder, 'postgres.log'), user: NAME, password };
}

/** Makes the data folder. Others may pass through it, since PostgreSQL may run as another user; what is in it is private. */
export function makeDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    return realpathSync(dataDir);
  } catch (cause) {
    throw cannotWrite(dataDir, cause);
  }
}

function cannotWrite(dataDir: string, cause: unknown): StartupProblem {
  return new StartupProblem(
    `The data folder ${dataDir} cannot be written (${codeOf(cause) || String(cause)}).\n` +
      'Set DATA_DIR to a folder that this user may write, or change its owner or its permissions.',
    { cause },
  );
}

async function keepPassword(path: string): Promise<string> {
  if (!existsSync(path)) await makePassword(path);
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new StartupProblem(
      `The data folder belongs to another user: ${path} cannot be read.\n` +
        'Start Stationkeeper as the user who made the folder, or set DATA_DIR to another one.',
      { cause },
    );
  }
}

/** Written beside its place and then named: whoever starts at the same time never reads half of it. */
async function makePassword(path: string): Promise<void> {
  const draft = `${path}.new-${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 });
    await link(draft, path);
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cannotWrite(dirname(path), cause);
  } finally {
    await rm(draft, { force: true });
  }
}

async function initialise(folder: string, files: string, password: string): Promise<void> {
  const { initdb } = await findBinaries();
  const draft = await mkdtemp(`${files}.new-`).catch((cause: unknown) =>
    Promise.reject(cannotWrite(folder, cause)),
  );
  try {
    const made = join(draft, 'postgres');
    const secret = join(draft, 'password');
    await writeFile(secret, password, { mode: 0o600 });
    handOver(draft);
    await run(initdb, [`--pgdata=${made}`, `--pwfile=${secret}`, ...INITDB_OPTIONS]);
    await rename(made, files);
  } catch (error) {
    if (!existsSync(join(files, 'PG_VERSION'))) throw error; // else another first start was faster
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Text sorts by code point whatever the machine's locale is, so an index made here is right everywhere. */
const INITDB_OPTIONS = [
  `--username=${NAME}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
];

async function run(program: string, words: string[]): Promise<void> {
  const { prefix, identity } = unprivileged();
  const [first = program, ...rest] = [...prefix, program, ...words];
  try {
    await promisify(execFile)(first, rest, { ...identity, env: PROGRAM_ENVIRONMENT });
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new StartupProblem(`PostgreSQL could not make its files:\n${said}${accessHint()}`, { cause });
  }
}

function refuseOtherVersions(files: string): void {
  const version = existsSync(join(files, 'PG_VERSION'))
    ? readFileSync(join(files, 'PG_VERSION'), 'utf8').trim()
    : '';
  if (version === MAJOR) return;
  throw new StartupProblem(
    version
      ? `${files} was made by PostgreSQL ${version}, and this is PostgreSQL ${MAJOR}.\nStart the release that made it, export your workspace with npm run admin -- workspace:export, and start again with an empty DATA_DIR.`
      : `${files} is not a PostgreSQL database.\nMove it away, or set DATA_DIR to another folder.`,
  );
}

function socketFolder(dataDir: string): string {
  const near = join(dataDir, 'run');
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const folder =
    Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER ? near : join(tmpdir(), `stationkeeper-${mark}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (lstatSync(folder).isSymbolicLink()) throw new StartupProblem(`${folder} must be a folder, not a link.`);
  handOver(folder);
  return folder;
}

const DRAFT = /^postgres(-password)?\.new-/;

/** Removes what interrupted first starts left behind; only the process that owns the folder may call it. */
export async function sweepDrafts(dataDir: string): Promise<void> {
  const drafts = (await readdir(dataDir)).filter((name) => DRAFT.test(name));
  await Promise.all(drafts.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
}
