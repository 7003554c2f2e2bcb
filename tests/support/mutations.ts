/** Mutations for tests, made by a writer who counts as a client does. */
import type { FieldValue, RecordType } from '@stationkeeper/domain';
import { mutationId, type Edit, type Mutation, type MutationId, type Op } from '@stationkeeper/protocol';
import type { Asked } from '../../apps/server/src/changelog/verdicts.ts';

let lastUuid = 0;

/** A UUID that is new in this process and the same in every run. */
export function testUuid(): string {
  lastUuid += 1;
  return `00000000-0000-7000-8000-${lastUuid.toString(16).padStart(12, '0')}`;
}

/** One client of one person. */
export class TestWriter {
  readonly userId: string;
  readonly clientId: string;
  #counter = 0;

  constructor(userId = testUuid(), clientId = testUuid()) {
    this.userId = userId;
    this.clientId = clientId;
  }

  /** The id that the next mutation gets. */
  get nextId(): MutationId {
    return mutationId(this.clientId, this.#counter + 1);
  }

  /** The next mutation of this client. */
  mutation(ops: readonly Op[], more: Partial<Mutation> = {}): Mutation {
    const id = this.nextId;
    this.#counter += 1;
    return { id, groupId: null, reason: null, undoes: null, ops, ...more };
  }

  /** As {@link mutation}, as `commit` takes it. */
  asks(...ops: readonly Op[]): Asked {
    return asked(this.mutation(ops));
  }
}

/** A mutation as it is asked once it has been read. */
export function asked(mutation: Mutation): Asked {
  return { id: mutation.id, mutation, error: null };
}

/** Makes a record. */
export function create(type: RecordType, fields: Record<string, FieldValue>, id = testUuid()): Op {
  return { op: 'create', type, id, fields };
}

/** Makes a station. */
export function createStation(name: string, id = testUuid()): Op {
  return create('station', { name }, id);
}

/** Edits fields of a record. */
export function update(type: RecordType, id: string, edits: Record<string, Edit>): Op {
  return { op: 'update', type, id, edits };
}

/** Sets one scalar field of a station. */
export function setStation(id: string, field: string, from: FieldValue, to: FieldValue): Op {
  return update('station', id, { [field]: { from, to } });
}

/** The id of the n-th mutation of the one client that tests of the pure rules need. */
export function mutationIdAt(counter: number): MutationId {
  return mutationId('00000000-0000-7000-8000-00000000ffff', counter);
}
