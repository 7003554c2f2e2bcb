/** How a statement is written down: whose claim, about what, as of when. */
import { idOf, writer, type Cite, type Stated } from './build.ts';
import type { FieldsOf } from '@stationkeeper/domain';

const write = writer('statement');

/** The ids of stations, for what a statement is about. */
export const stations = (...keys: string[]) => keys.map((key) => idOf('station', key));

/** The ids of parties, for what a statement is about. */
export const parties = (...keys: string[]) => keys.map((key) => idOf('party', key));

interface Particulars {
  readonly claim: string;
  readonly about: readonly string[];
  readonly asOf?: string | Stated<string>;
  readonly count?: number;
}

function statement(stance: FieldsOf<'statement'>['stance']) {
  return (
    key: string,
    topic: string,
    { claim, about, asOf, count }: Particulars,
    ...basis: readonly Cite[]
  ) =>
    write(
      key,
      topic,
      {
        claim,
        stance,
        subjects: about,
        ...(asOf === undefined ? {} : { asOf }),
        ...(count === undefined ? {} : { statedCount: count }),
      },
      ...basis,
    );
}

/** Something is claimed to be so. */
export const asserted = statement('asserted');

/** Nothing of the kind is known. */
export const noneKnown = statement('none-known');
