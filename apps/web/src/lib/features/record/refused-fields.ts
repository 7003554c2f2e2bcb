/** Which field of a record an edit that was not accepted is about, and the values that stand against each other there. */
import type { FieldValue } from '@stationkeeper/domain';
import { isSetEdit } from '@stationkeeper/protocol';
import type { Refusal } from '@stationkeeper/sync';
import { aboutId } from '#lib/session/refusal-place.ts';

/** A refusal as it concerns one record. `field` is null where it concerns the record as a whole. */
export type RefusedEdit = {
  readonly refusal: Refusal;
  readonly field: string | null;
  readonly wanted: FieldValue | undefined;
  /** Only where somebody else has set the field meanwhile. */
  readonly present?: FieldValue;
  readonly by?: { readonly actor: string; readonly at: number };
  readonly message: string;
  readonly canRestore: boolean;
};

const CONFLICT =
  'Somebody else changed it before your edit arrived. Nothing is lost: choose which value stands.';

/** The refusals that concern this record, oldest first. */
export function refusedEdits(refusals: readonly Refusal[], recordId: string): readonly RefusedEdit[] {
  return refusals.flatMap((refusal) => editsOf(refusal, recordId));
}

function editsOf(refusal: Refusal, recordId: string): RefusedEdit[] {
  const { verdict } = refusal;
  if (verdict.status === 'conflict') {
    return verdict.conflicts
      .filter((conflict) => conflict.recordId === recordId)
      .map(({ field, wanted, present, by }) => ({
        refusal,
        field,
        wanted,
        present,
        ...(by ? { by } : {}),
        message: CONFLICT,
        canRestore: false,
      }));
  }
  const canRestore = verdict.error.code === 'record-deleted';
  const common = { refusal, message: verdict.error.message, canRestore };
  return refusal.mutation.ops.flatMap((op): RefusedEdit[] => {
    if (aboutId(op) !== recordId) return [];
    if (op.op !== 'update') return [{ ...common, field: null, wanted: undefined }];
    return Object.entries(op.edits).map(([field, edit]) => ({
      ...common,
      field,
      wanted: isSetEdit(edit) ? [...edit.add] : edit.to,
    }));
  });
}
