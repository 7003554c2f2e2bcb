/** The file prisma/records.prisma, which is kept in git so that a change of a definition shows as a change of the schema. */
import { readFile, writeFile } from 'node:fs/promises';
import { recordsSchema } from './records-schema.ts';

const FILE = new URL('../../../../prisma/records.prisma', import.meta.url);

/** Whether the file is not what the definitions call for. */
export async function isRecordsSchemaStale(): Promise<boolean> {
  return (await readFile(FILE, 'utf8').catch(() => '')) !== recordsSchema();
}

/** Writes the file where it is stale, and says whether it was. */
export async function writeRecordsSchema(): Promise<boolean> {
  if (!(await isRecordsSchemaStale())) return false;
  await writeFile(FILE, recordsSchema());
  return true;
}
