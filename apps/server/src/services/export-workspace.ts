/**
 * A workspace as one JSON document, in pieces that can be written as they come: its records as they stand
 * at one seq, and every change up to that seq. The form is described in docs/operations.md.
 */
import { titleOf } from '@stationkeeper/domain/records/registry';
import type { AnyRecord } from '@stationkeeper/domain/records/define-record';
import { SCHEMA_VERSION } from '@stationkeeper/protocol/version';
import type { Change } from '@stationkeeper/protocol/change';
import type { LogStore } from '../changelog/log-store.ts';

/** Raised when a reader of an older document would misread a new one. */
export const EXPORT_FORMAT_VERSION = 1;

/** Changes read at a time, so that a long history needs no memory. */
const PAGE = 1_000;

/** What the log itself does not know. */
export interface ExportHeader {
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string };
  /** Whoever is named by id: members with their role, and former ones who made changes with null. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string | null }[];
  readonly exportedAt: Date;
}

/** The document, piece by piece; joined they are one JSON text. @throws Error when the workspace is gone. */
export async function* exportWorkspace(log: LogStore, header: ExportHeader): AsyncGenerator<string> {
  const { id, slug, name } = header.workspace;
  const loaded = await log.load(id);
  if (loaded === null) throw new Error(`The workspace ${slug} is gone.`);
  const { head, records } = loaded;
  yield* opening({ ...header, workspace: { id, slug, name, head } });
  const inOrder = records.toSorted(
    (one, other) => compare(one.type, other.type) || compare(one.id, other.id),
  );
  const present = presenter(records);
  yield* list('records', inOrder.filter(({ type }) => type !== 'citation').map(present));
  yield ',\n';
  yield* list('citations', inOrder.filter(({ type }) => type === 'citation').map(present));
  yield ',\n';
  yield* list('changes', changesUpTo(log, id, head));
  yield '\n}\n';
}

function* opening({ workspace, people, exportedAt }: ExportHeader & { workspace: { head: number } }) {
  const members = {
    format: 'stationkeeper-workspace',
    formatVersion: EXPORT_FORMAT_VERSION,
    schemaVersion: SCHEMA_VERSION,
    exportedAt: exportedAt.toISOString(),
    workspace,
  };
  yield '{\n';
  for (const [name, value] of Object.entries(members)) yield `  "${name}": ${JSON.stringify(value)},\n`;
  yield `  "people": ${JSON.stringify(people)},\n`;
}

/** A named list with one line for each item, so that two exports can be compared line by line. */
async function* list(name: string, items: Iterable<object> | AsyncIterable<object>) {
  yield `  "${name}": [`;
  let separator = '\n    ';
  for await (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',\n    ';
  }
  yield '\n  ]';
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A record with its title, which is derived and only there to be read. */
function presenter(records: readonly AnyRecord[]): (record: AnyRecord) => object {
  const byId = new Map(records.map((record) => [record.id, record]));
  return (record) => {
    const { id, type, deletedSeq, fields } = record;
    return { id, type, title: titleOf(record, (other) => byId.get(other)), deletedSeq, fields };
  };
}

async function* changesUpTo(log: LogStore, workspaceId: string, head: number) {
  let since = 0;
  while (since < head) {
    const changes = await log.changesSince(workspaceId, since, PAGE);
    const last = changes.at(-1)?.seq;
    if (last === undefined) throw new Error(`Change ${String(since + 1)} is missing in the log.`);
    for (const change of changes) if (change.seq <= head) yield withReadableTime(change);
    since = last;
  }
}

function withReadableTime(change: Change): object {
  const { seq, at, ...rest } = change;
  return { seq, at: new Date(at).toISOString(), ...rest };
}
