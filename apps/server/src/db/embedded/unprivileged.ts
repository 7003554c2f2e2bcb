/**
 * PostgreSQL refuses to run as root. When we are root (a container, a rented machine) its programs run
 *
 *   1. in a user namespace in which root's files appear to belong to an ordinary user: nothing on the disk changes
 *      hands, and folders that only root may enter, such as /root, still work; or, where that is forbidden
 *   2. as the system's `postgres` or `nobody` user, to whom the database's files are then handed over.
 *
 * For everybody else they simply run as whoever started us.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs';
import { StartupProblem } from '../../startup-problem.ts';

export type Unprivileged = {
  /** Words that go before the program and its arguments. */
  prefix: string[];
  /** The user to change to, or `undefined` to stay who we are. */
  identity: { uid: number; gid: number } | undefined;
};

const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];

/** PostgreSQL's programs get no setting of ours, so neither PGDATA nor a locale of the machine can change them. */
export const PROGRAM_ENVIRONMENT = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' };

let chosen: Unprivileged | undefined;

/** How PostgreSQL's programs are run here; found out once. */
export function unprivileged(): Unprivileged {
  chosen ??= choose();
  return chosen;
}

function choose(): Unprivileged {
  if (process.getuid?.() !== 0) return { prefix: [], identity: undefined };
  const [program = '', ...words] = NAMESPACE;
  if (spawnSync(program, [...words, 'true'], { env: PROGRAM_ENVIRONMENT }).status === 0)
    return { prefix: NAMESPACE, identity: undefined };
  return { prefix: [], identity: systemUser('postgres') ?? systemUser('nobody') ?? refuse() };
}

function systemUser(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function refuse(): never {
  throw new StartupProblem(
    'PostgreSQL refuses to run as root, and this system has no user "postgres" or "nobody" to run it as.\n' +
      'Start Stationkeeper as an ordinary user, or set DATABASE_URL to a PostgreSQL that runs elsewhere.',
  );
}

/** What to do when PostgreSQL's programs are refused a file; empty where they have the same rights as we. */
export function accessHint(): string {
  const { identity } = unprivileged();
  if (!identity) return '';
  return (
    `\nPostgreSQL refuses to run as root, so it runs as user ${identity.uid} here, who must be able to reach both the ` +
    'data folder and this installation.\nSet DATA_DIR to a folder outside /root, or start as an ordinary user.'
  );
}

/** Hands a folder and all in it to the user PostgreSQL runs as, when it belongs to another one. */
export function handOver(folder: string): void {
  const mine = process.getuid?.();
  if (mine !== 0) return;
  const { uid, gid } = unprivileged().identity ?? { uid: 0, gid: 0 };
  if (statSync(folder).uid === uid) return;
  chmodSync(folder, 0o700);
  chownSync(folder, uid, gid);
  const handed = spawnSync('chown', ['-R', `${uid}:${gid}`, folder]);
  if (handed.status !== 0)
    throw new StartupProblem(`The folder ${folder} could not be handed to PostgreSQL.`);
}
