/** Writes prisma/records.prisma from the record definitions. `--check` only says whether it is up to date. */
import { readFile, writeFile } from 'node:fs/promises';
import { recordsSchema } from '../apps/server/src/db/records-schema.ts';

const file = new URL('../prisma/records.prisma', import.meta.url);
const wanted = recordsSchema();
const present = await readFile(file, 'utf8').catch(() => '');

if (present === wanted) process.exit();
if (process.argv.includes('--check')) {
  console.error('prisma/records.prisma does not match the record definitions: npm run generate');
  process.exit(1);
}
await writeFile(file, wanted);
