import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isDone, markDone } from './fingerprint.mjs';
import { NODE, quietly, ROOT } from './shell.mjs';

const SOURCES = [
  'prisma.config.ts',
  'prisma/schema.prisma',
  'prisma/records.prisma',
  'prisma/identity.prisma',
];
const MADE = 'apps/server/src/db/generated/client.ts';

/** Makes Prisma's client from the schema, when the schema has changed. */
export async function ensureGenerated() {
  const mark = fingerprint(SOURCES);
  if (isDone('generate', mark) && existsSync(join(ROOT, MADE))) return;
  await quietly('Making the database client', NODE, [
    join('node_modules', 'prisma', 'build', 'index.js'),
    'generate',
  ]);
  markDone('generate', mark);
}
