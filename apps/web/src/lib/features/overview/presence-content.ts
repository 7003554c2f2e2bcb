/** The crewed-presence chart of the overview: who is up there and who may be, and the gap after those that leave. */
import type { RecordOf } from '@stationkeeper/domain';
import type { CivilDay } from '@stationkeeper/domain/dates/civil-day';
import { civilDay, yearOf } from '@stationkeeper/domain/dates/civil-day';
import { gapSentence } from '@stationkeeper/domain/derive/gap-sentence';
import { habitationGap, type HabitationGap } from '@stationkeeper/domain/derive/habitation-gap';
import {
  certainDays,
  habitation,
  possibleDays,
  type StationHabitation,
} from '@stationkeeper/domain/derive/habitation';
import { stationsById, type LiveRecords } from '@stationkeeper/domain/derive/live-records';
import type { Presence, PresenceBar } from '../../charts/bar-chart.ts';
import { isCrewedOn } from './overview-figures.ts';

/** What is drawn, and what it comes to in a sentence. */
export type PresenceContent = {
  readonly chart: Presence;
  readonly sentence: string;
  /** Dated stations that the chart has no room for. */
  readonly hidden: number;
};

const MOST_ROWS = 10;
const YEARS_BACK = 2;
const YEARS_AHEAD = 9;
const COLOURS = 10;
const GAP = 'Gap';
const BEFORE_OPERATION: ReadonlySet<string> = new Set(['concept', 'development', 'assembly']);

/** Stations that are crewed today and have an end in sight leave; those that are being made are to follow. */
export function presenceContent(records: LiveRecords, today: CivilDay): PresenceContent {
  const names = stationsById(records.ofType('station'));
  const nameOf = (id: string) => names.get(id)?.fields.name ?? 'unknown station';
  const all = [...habitation(records, today).values()];
  const leaving = all.filter(
    (station) => isCrewedOn(station, today) && station.spans.some(({ end }) => end.latest !== null),
  );
  const inTheMaking = stationsInTheMaking(records);
  const following = all.filter(
    (station) => !isCrewedOn(station, today) && inTheMaking.has(station.stationId),
  );
  const gap = habitationGap(leaving, following);
  const window = {
    from: civilDay(yearOf(today) - YEARS_BACK, 1, 1),
    until: civilDay(yearOf(today) + YEARS_AHEAD, 1, 1),
  };
  const dated = all.filter((station) => barsOf(station, '', 0, window).length > 0);
  const shown = dated.toSorted(byFirstCrew).slice(0, MOST_ROWS);
  const bars = shown.flatMap((station, index) => barsOf(station, nameOf(station.stationId), index, window));
  const gapBars = barsOfGap(gap, window);
  const rows = [...shown.map(({ stationId }) => nameOf(stationId)), ...(gapBars.length > 0 ? [GAP] : [])];
  return {
    chart: { rows, bars: [...bars, ...gapBars], window },
    sentence: leaving.length === 0 ? 'No crewed station has an end in sight.' : gapSentence(gap, nameOf),
    hidden: dated.length - shown.length,
  };
}

function byFirstCrew(a: StationHabitation, b: StationHabitation): number {
  const first = (station: StationHabitation) => station.spans[0]?.start.latest ?? Number.MAX_SAFE_INTEGER;
  return first(a) - first(b);
}

/** By their phase; where none is stated, because somebody develops them. */
function stationsInTheMaking(records: LiveRecords): ReadonlySet<string> {
  const developed = new Set(
    records
      .ofType('involvement')
      .flatMap(({ fields }) => (fields.role === 'developer' ? [fields.station] : [])),
  );
  const isInTheMaking = ({ id, fields }: RecordOf<'station'>) =>
    fields.phase === 'not-stated' ? developed.has(id) : BEFORE_OPERATION.has(fields.phase);
  return new Set(
    records
      .ofType('station')
      .filter(isInTheMaking)
      .map(({ id }) => id),
  );
}

type Days = { readonly from: number; readonly until: number };

function barsOf(station: StationHabitation, row: string, index: number, window: Days): PresenceBar[] {
  const token = `--station-${String((index % COLOURS) + 1)}`;
  return station.spans.flatMap((span) => {
    const certain = certainDays(span);
    const possible = possibleDays(span);
    const words = `${row}: first crew ${span.start.words}, last crew ${span.end.words}`;
    return [
      ...clipped(
        {
          row,
          from: possible.earliest,
          until: possible.latest,
          token,
          style: 'possible',
          label: `${words}; may be crewed`,
        },
        window,
      ),
      ...(certain
        ? clipped(
            {
              row,
              from: certain.from,
              until: certain.to,
              token,
              style: 'certain',
              label: `${words}; crewed`,
            },
            window,
          )
        : []),
    ];
  });
}

function barsOfGap(gap: HabitationGap, window: Days): PresenceBar[] {
  const bar = { row: GAP, token: '--gap' };
  return [
    ...(gap.possible
      ? clipped(
          {
            ...bar,
            from: gap.possible.earliest,
            until: gap.possible.latest,
            style: 'possible',
            label: 'Perhaps nobody aboard',
          },
          window,
        )
      : []),
    ...(gap.certain
      ? clipped(
          {
            ...bar,
            from: gap.certain.earliest,
            until: gap.certain.latest,
            style: 'certain',
            label: 'Nobody aboard',
          },
          window,
        )
      : []),
  ];
}

/** The part of a bar that the window shows, if any. */
function clipped(bar: Omit<PresenceBar, 'from'> & { from: number | null }, window: Days): PresenceBar[] {
  const from = Math.max(bar.from ?? window.from, window.from);
  const until = Math.min((bar.until ?? window.until) + 1, window.until);
  return until <= from ? [] : [{ ...bar, from, until }];
}
