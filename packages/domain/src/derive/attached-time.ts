/*
 * An attached station does not count beside its host, so a stay is cut into the parts flown free and the parts attached:
 *
 *   crewed     first ─────────────────────────────────── last
 *   attached            from ─────────── until
 *   parts        free  |     attached   |      free
 *
 * An attachment without a beginning holds from the start, one without an end holds to the end.
 */
import { formatEdtf, storedDate } from '../dates/edtf-date.ts';
import type { RecordOf } from '../records/registry.ts';
import { UNDATED_STEP, type CrewStep, type StepBasis } from './crew-steps.ts';
import { isSurelyBefore, laterOf } from './day-bounds.ts';

/** A stay of crew, or a part of it; `hostId` is the station it was attached to, null when flying free. */
export interface CrewedSpan {
  readonly stationId: string;
  readonly start: CrewStep;
  readonly end: CrewStep;
  readonly hostId: string | null;
}

/** Cuts a stay at the attachments of its station. */
export function cutAtAttachments(
  stay: CrewedSpan,
  attachments: readonly RecordOf<'attachment'>[],
): readonly CrewedSpan[] {
  const parts: CrewedSpan[] = [];
  let rest: CrewedSpan | null = stay;
  for (const attachment of inOrder(attachments)) {
    if (rest === null || !mayMeet(rest, attachment)) continue;
    const cut = cutAt(rest, attachment);
    parts.push(...cut.parts);
    rest = cut.rest;
  }
  return rest === null ? parts : [...parts, rest];
}

interface Attached {
  readonly hostId: string;
  readonly from: CrewStep;
  readonly until: CrewStep;
}

function inOrder(attachments: readonly RecordOf<'attachment'>[]): readonly Attached[] {
  return attachments
    .map(({ fields }) => ({
      hostId: fields.host,
      from: boundary(fields.from, 'attachment'),
      until: boundary(fields.until, 'detachment'),
    }))
    .sort((a, b) => (a.from.earliest ?? -Infinity) - (b.from.earliest ?? -Infinity));
}

function boundary(text: string | null, basis: StepBasis): CrewStep {
  const date = storedDate(text);
  if (date === null) return UNDATED_STEP;
  return {
    ...UNDATED_STEP,
    earliest: date.earliest,
    latest: date.latest,
    date,
    basis,
    words: formatEdtf(date),
  };
}

function mayMeet(stay: CrewedSpan, { from, until }: Attached): boolean {
  return !isSurelyBefore(until, stay.start) && !isSurelyBefore(stay.end, from);
}

function cutAt(
  stay: CrewedSpan,
  { hostId, from, until }: Attached,
): { parts: CrewedSpan[]; rest: CrewedSpan | null } {
  const isFreeFirst = isSurelyBefore(stay.start, from);
  const free = isFreeFirst ? [{ ...stay, end: from }] : [];
  const start = isFreeFirst ? from : stay.start;
  if (until.date === null || isSurelyBefore(stay.end, until)) {
    return { parts: [...free, { ...stay, start, hostId }], rest: null };
  }
  const parts = [...free, { ...stay, start, end: until, hostId }];
  return { parts, rest: { ...stay, start: { ...until, ...laterOf(start, until) } } };
}
