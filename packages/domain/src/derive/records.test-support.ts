/* A workspace for tests: plain records with everything not stated that the test does not state. */
import { initialValues } from '../records/define-record.ts';
import type { RecordType } from '../records/record-type.ts';
import { registry, type FieldsOf, type RecordOf } from '../records/registry.ts';
import { civilDay, fromIso, type CivilDay } from '../dates/civil-day.ts';
import type { LiveRecords } from './live-records.ts';

/** Records that a test puts together; each `add` returns the record. */
export class TestRecords implements LiveRecords {
  readonly #lists = new Map<RecordType, RecordOf<RecordType>[]>();
  #next = 1;

  add<T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>): RecordOf<T> {
    const id = `${type}-${String(this.#next++)}`;
    const initial = initialValues(registry[type].fields);
    const record = {
      id,
      type,
      deletedSeq: null,
      fields: { ...initial, ...fields },
    } as unknown as RecordOf<T>;
    this.#lists.set(type, [...this.ofType(type), record]);
    return record;
  }

  ofType<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    return (this.#lists.get(type) ?? []) as unknown as readonly RecordOf<T>[];
  }

  party(kind: RecordOf<'party'>['fields']['kind'], more: Partial<FieldsOf<'party'>> = {}): RecordOf<'party'> {
    return this.add('party', { name: kind, kind, ...more });
  }

  /** An agreement between these parties, each with a plain participation. */
  agreement(
    parties: readonly RecordOf<'party'>[],
    more: Partial<FieldsOf<'agreement'>> = {},
  ): RecordOf<'agreement'> {
    const agreement = this.add('agreement', { name: 'Agreement', ...more });
    for (const { id } of parties) this.add('participation', { agreement: agreement.id, party: id });
    return agreement;
  }

  /** A milestone with its forecasts, each `[stated on, expected]`. */
  milestone(
    more: Partial<FieldsOf<'milestone'>>,
    forecasts: readonly (readonly [string, string])[] = [],
  ): RecordOf<'milestone'> {
    const milestone = this.add('milestone', { name: 'Step', ...more });
    for (const [statedOn, expected] of forecasts) {
      this.add('forecast', { milestone: milestone.id, statedOn, expected });
    }
    return milestone;
  }
}

/** The day of an ISO text that is known to be one. */
export function dayOf(iso: string): CivilDay {
  const day = fromIso(iso);
  if (day === null) throw new Error(`${iso} is no day`);
  return day;
}

/** The day on which these tests take place. */
export const TODAY = civilDay(2026, 11, 22);
