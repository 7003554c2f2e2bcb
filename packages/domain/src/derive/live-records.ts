/*
 * What derived facts read: the live records of a workspace, by type, as plain lists. `WorkspaceState` of the protocol is one,
 * for now as for any past moment. Nothing derived is ever stored or sent.
 *
 * A list is the same array until a record of its type changes, and in the order in which the records arrived. So what is
 * computed from one list alone (indexes above all) is kept beside that list, and goes when the list goes.
 */
import type { RecordType } from '../records/record-type.ts';
import type { RecordOf } from '../records/registry.ts';

/** Live records by type, in the order of arrival; the same array until one of them changes. */
export interface LiveRecords {
  ofType<T extends RecordType>(type: T): readonly RecordOf<T>[];
}

/** Remembers what `derive` makes of a list for as long as that list lives. */
export function perList<R, V>(derive: (list: readonly R[]) => V): (list: readonly R[]) => V {
  const known = new WeakMap<readonly R[], { readonly value: V }>();
  return (list) => {
    const present = known.get(list) ?? { value: derive(list) };
    known.set(list, present);
    return present.value;
  };
}

/** Parties by id. */
export const partiesById = perList((list: readonly RecordOf<'party'>[]) => byId(list));
/** Stations by id. */
export const stationsById = perList((list: readonly RecordOf<'station'>[]) => byId(list));
/** Forecasts by milestone, in the order of arrival. */
export const forecastsByMilestone = perList((list: readonly RecordOf<'forecast'>[]) =>
  Map.groupBy(list, (forecast) => forecast.fields.milestone),
);
/** Milestones by the station or agreement they are steps of. */
export const milestonesBySubject = perList((list: readonly RecordOf<'milestone'>[]) =>
  Map.groupBy(list, (milestone) => milestone.fields.subject),
);
/** Participations by agreement. */
export const participationsByAgreement = perList((list: readonly RecordOf<'participation'>[]) =>
  Map.groupBy(list, (participation) => participation.fields.agreement),
);
/** Attachments by the attached station. */
export const attachmentsByStation = perList((list: readonly RecordOf<'attachment'>[]) =>
  Map.groupBy(list, (attachment) => attachment.fields.station),
);
/** Citations by the record they are about. */
export const citationsByRecord = perList((list: readonly RecordOf<'citation'>[]) =>
  Map.groupBy(list, (citation) => citation.fields.record),
);
/** Answers to flags by agreement, in the order of arrival. */
export const answersByAgreement = perList((list: readonly RecordOf<'flag-answer'>[]) =>
  Map.groupBy(list, (answer) => answer.fields.agreement),
);

function byId<R extends { readonly id: string }>(list: readonly R[]): ReadonlyMap<string, R> {
  return new Map(list.map((record) => [record.id, record]));
}
