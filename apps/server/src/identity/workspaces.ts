import type { Queries } from './database.ts';

/** A workspace that nobody has written to yet. */
export interface NewWorkspace {
  readonly slug: string;
  readonly name: string;
}

/** What is there to begin with when the sample workspace was left out. */
const FIRST: NewWorkspace = { slug: 'board', name: 'Our board' };

/** Makes an empty workspace without members; answers its id. */
export async function createWorkspace(queries: Queries, workspace: NewWorkspace): Promise<string> {
  const { slug, name } = workspace;
  return (await queries.workspace.create({ data: { slug, name }, select: { id: true } })).id;
}

/** Makes the first workspace where there is none, so that the first account has somewhere to go. */
export async function ensureWorkspace(queries: Queries): Promise<void> {
  if ((await queries.workspace.findFirst({ select: { id: true } })) === null) {
    await createWorkspace(queries, FIRST);
  }
}
