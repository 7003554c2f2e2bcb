/**
 * Prisma's own schema engine, compiled to WebAssembly, for developers: it says which statements lead from a
 * database to the schema in prisma/. Loaded only by `db new` and `db check`; a server never needs it.
 *
 * Two things of @prisma/adapter-pg 7.10 are put right for it, both about the type "char" in PostgreSQL's own
 * catalogue: the adapter refuses it, and the engine wants it marked as a single character, never empty.
 */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import type { QueryResult } from 'pg';
import { createPool } from './client.ts';

/** Where schema.prisma, identity.prisma and records.prisma are. */
const SCHEMA_FOLDER = fileURLToPath(new URL('../../../../prisma/', import.meta.url));

const INTERNAL_CHAR = 18;
const BPCHAR = 1042;
/** `ColumnTypeEnum.Character` of @prisma/driver-adapter-utils. */
const CHARACTER = 6;

/** The statements that lead from the database at `url` to the schema in prisma/; empty where it is there already. */
export async function statementsToSchema(url: string): Promise<string> {
  const { SchemaEngine } = await import('@prisma/schema-engine-wasm');
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const files = await schemaFiles();
  const pool = createPool(url);
  const engine = await SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool)),
  );
  try {
    const diff = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: SCHEMA_FOLDER },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return diff.exitCode === 0 ? '' : (diff.stdout ?? '').trim();
  } finally {
    engine.free();
    await pool.end();
  }
}

async function schemaFiles(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(SCHEMA_FOLDER)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = SCHEMA_FOLDER + name;
      return { path, content: await readFile(path, 'utf8') };
    }),
  );
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Query = Parameters<Adapter['queryRaw']>[0];
type Answer = Awaited<ReturnType<Adapter['queryRaw']>>;
/** What the adapter's class has, and its types keep private. */
type Inside = {
  queryRaw: (query: Query) => Promise<Answer>;
  performIO: (query: Query) => Promise<QueryResult<unknown[]>>;
};

class CatalogueAdapter extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const inside = adapter as unknown as Inside;
    const plain: Inside = { queryRaw: inside.queryRaw, performIO: inside.performIO.bind(adapter) };
    adapter.queryRaw = (query) => queryCatalogue(plain, query);
    return adapter;
  }
}

async function queryCatalogue(plain: Inside, query: Query): Promise<Answer> {
  let characters: number[] = [];
  const performIO = async (sent: Query) => {
    const result = await plain.performIO(sent);
    characters = result.fields.flatMap((field, index) => (field.dataTypeID === INTERNAL_CHAR ? [index] : []));
    for (const index of characters) markAsCharacter(result, index);
    return result;
  };
  const answer = await plain.queryRaw.call({ ...plain, performIO }, query);
  for (const index of characters) answer.columnTypes[index] = CHARACTER;
  return answer;
}

function markAsCharacter(result: QueryResult<unknown[]>, index: number): void {
  const field = result.fields[index];
  if (field) field.dataTypeID = BPCHAR;
  for (const row of result.rows) if (row[index] === '') row[index] = '\0';
}
