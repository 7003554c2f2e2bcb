/*
 * The gap as a sentence, for the overview, the briefing and screen readers. It says what the answer rests on and names what is
 * undated; a date stands in it as exactly as it is known.
 */
import { formatDays } from '../dates/format-days.ts';
import type { CrewedSpan } from './attached-time.ts';
import type { GroupEnd, HabitationGap } from './habitation-gap.ts';
import type { UndatedStep } from './habitation.ts';

/** Looks up a station's name. */
export type StationName = (stationId: string) => string;

const STEP_WORDS = {
  'first-crew': 'first crew',
  'last-crew': 'last crew',
  detachment: 'detachment',
} as const;

/** The gap in one or two sentences. */
export function gapSentence(gap: HabitationGap, nameOf: StationName): string {
  const { end } = gap;
  const undated = listed(undatedWords(gap.undated, nameOf), 'and');
  if (end === null || gap.kind === 'not-computable') return notComputable(undated);
  const next = successorWords(gap.successors, nameOf);
  const last = lastCrewWords(end, nameOf);
  if (gap.kind === 'overlap')
    return `No gap: crew are aboard ${next} at the last crew of ${last}. ${shared(gap)}`;
  const rest = undated === '' ? '' : ` Undated, so not counted: ${undated}.`;
  if (gap.kind === 'open') return `Open: nothing dated follows the last crew of ${last}.${rest}`;
  return `Between the last crew of ${last} and the next crew aboard ${next}: ${rangeWords(gap)}.${rest}`;
}

/** What is undated, in words: `Orbital Reef (first crew)`. */
export function undatedWords(undated: readonly UndatedStep[], nameOf: StationName): readonly string[] {
  return undated.map(({ stationId, step }) => `${nameOf(stationId)} (${STEP_WORDS[step]})`);
}

function notComputable(undated: string): string {
  return undated === ''
    ? 'Not computable: no station of the first group has a known stay.'
    : `Not computable, because undated: ${undated}.`;
}

function lastCrewWords({ stationId, step }: GroupEnd, nameOf: StationName): string {
  return `${nameOf(stationId)} (${step.words})`;
}

/** The stations of the second group, each with its first known stay. */
function successorWords(successors: readonly CrewedSpan[], nameOf: StationName): string {
  const first = new Map(successors.toReversed().map(({ stationId, start }) => [stationId, start.words]));
  const ids = [...new Set(successors.map(({ stationId }) => stationId))];
  return listed(
    ids.map((id) => `${nameOf(id)} (${first.get(id) ?? ''})`),
    'or',
  );
}

function shared({ minDays, maxDays }: HabitationGap): string {
  const least = minDays ?? 0;
  if (maxDays === null)
    return least === 0 ? '' : `Both are crewed for at least ${formatDays([least], 'long')}.`;
  return `Both are crewed for ${formatDays([least, maxDays], 'long')}.`;
}

function rangeWords({ minDays, maxDays }: HabitationGap): string {
  const least = minDays ?? 0;
  if (maxDays === null) {
    return least === 0
      ? 'perhaps no gap, perhaps one of unknown length'
      : `a gap of at least ${formatDays([least], 'long')}`;
  }
  return least === 0
    ? `perhaps no gap, at most one of ${formatDays([maxDays], 'long')}`
    : `a gap of ${formatDays([least, maxDays], 'long')}`;
}

function listed(words: readonly string[], link: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${link} ${last}`;
}
