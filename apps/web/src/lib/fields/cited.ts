/**
 * How a field's present value stands with its sources. A citation keeps what its source claims, so an edit of the value
 * turns support into contest by itself, and nothing is silently vouched for.
 */
import { sameValue, type Field, type FieldValue, type RecordOf } from '@stationkeeper/domain';
import { isNotStated } from './field-text.ts';

export type Cited = {
  readonly supporting: readonly RecordOf<'citation'>[];
  readonly contesting: readonly RecordOf<'citation'>[];
  readonly setAside: readonly RecordOf<'citation'>[];
};

/** The citations of one field, by what they say of its present value. */
export function citedState(
  citations: readonly RecordOf<'citation'>[],
  name: string,
  field: Field,
  value: FieldValue | undefined,
): Cited {
  const own = citations.filter((citation) => citation.fields.field === name);
  const standing = own.filter((citation) => citation.fields.standing === 'stands');
  const doesSupport = (citation: RecordOf<'citation'>) => supports(citation, field, value);
  return {
    supporting: standing.filter(doesSupport),
    contesting: standing.filter((citation) => !doesSupport(citation)),
    setAside: own.filter((citation) => citation.fields.standing === 'set-aside'),
  };
}

function supports({ fields }: RecordOf<'citation'>, field: Field, value: FieldValue | undefined): boolean {
  if (fields.stance === 'none-known') return isNotStated(field, value);
  return sameValue(fields.claimed, value ?? null);
}
