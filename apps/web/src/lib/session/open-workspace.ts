/**
 * How the records of a workspace reach a page: on the server from the replica behind the read port, in the browser as a
 * snapshot, fetched before hydration, so that both render the same.
 */
import { error } from '@sveltejs/kit';
import { decodeSnapshot, WorkspaceState, type Snapshot } from '@stationkeeper/protocol';
import { getJson } from '#lib/http/json.ts';
import { requestPort, type OpenedWorkspace, type RequestPort } from './request-port.ts';

const opened = new WeakMap<RequestPort, Map<string, Promise<OpenedWorkspace | null>>>();

/** The workspace for the request that is being answered, looked up once however many loads ask. */
export function openOnServer(slug: string): Promise<OpenedWorkspace | null> {
  const port = requestPort();
  const forPort = opened.get(port) ?? new Map<string, Promise<OpenedWorkspace | null>>();
  opened.set(port, forPort);
  const known = forPort.get(slug) ?? port.openWorkspace(slug);
  forPort.set(slug, known);
  return known;
}

/** The present records, from the server; throws what a page can show when they do not come. */
export async function fetchState(slug: string, fetcher: typeof fetch): Promise<WorkspaceState> {
  const answer = await getJson<Snapshot>(`/api/workspaces/${encodeURIComponent(slug)}/snapshot`, fetcher);
  if (!answer.ok) error(answer.error.status === 0 ? 503 : answer.error.status, answer.error.message);
  return new WorkspaceState(answer.value.seq, decodeSnapshot(answer.value));
}
