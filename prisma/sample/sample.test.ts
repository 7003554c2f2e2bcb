import {
  definitionOf,
  fieldOf,
  isRecordId,
  sameValue,
  type AnyRecord,
  type FieldValue,
} from '@stationkeeper/domain';
import { fromIso } from '@stationkeeper/domain/dates/civil-day';
import { constraintFlags } from '@stationkeeper/domain/derive/constraint-flags';
import { habitation } from '@stationkeeper/domain/derive/habitation';
import { allMilestoneDates } from '@stationkeeper/domain/derive/milestone-dates';
import { statementMatches } from '@stationkeeper/domain/derive/statement-match';
import { judge, parseMutation, WorkspaceState } from '@stationkeeper/protocol';
import { describe, expect, it } from 'vitest';
import { ARTICLE, SOURCE_OF_NOTE } from './article.ts';
import { idOf, uuidOf } from './build.ts';
import { sampleMutations, sampleRecords } from './sample-mutations.ts';
import { sources } from './sources.ts';

/** The sample as the fold of its own changes; fails on the first mutation that is not accepted as it is. */
function loaded(): WorkspaceState {
  const state = new WorkspaceState();
  for (const mutation of sampleMutations()) {
    const seq = state.head + 1;
    const verdict = judge(state, mutation, { seq });
    if (verdict.status !== 'accepted') {
      expect.fail(`${mutation.reason ?? ''}: ${JSON.stringify(verdict)}`);
    }
    state.apply({
      seq,
      at: seq,
      actor: 'system',
      mutationId: mutation.id,
      groupId: mutation.groupId,
      reason: mutation.reason,
      undoes: null,
      schemaVersion: 1,
      patches: verdict.patches,
    });
  }
  return state;
}

const state = loaded();
const records = [...state.all()].filter((record) => record.type !== 'citation');
const citations = state.ofType('citation');

/** A value that a document could state: not empty, not 'not stated'. */
function saysSomething(value: FieldValue | undefined): boolean {
  if (value === null || value === undefined || value === false || value === 'not-stated') return false;
  return !(Array.isArray(value) && value.length === 0);
}

/** Values that are the team's own bookkeeping; no document states them. */
const OWN = new Set([
  'handling',
  'question.status',
  'milestone.assessment',
  'milestone.dependsOn',
  'statement.stance',
  'forecast.remark',
]);

function citationsOf(record: AnyRecord, field?: string) {
  return citations.filter(
    ({ fields }) => fields.record === record.id && (field === undefined || fields.field === field),
  );
}

describe('the sample workspace', () => {
  it('is in canonical form, so that each mutation reads back as it was written', () => {
    for (const mutation of sampleMutations()) {
      const parsed = parseMutation(mutation);
      expect(parsed).toEqual({ ok: true, value: mutation });
    }
  });

  it('cites every record', () => {
    const uncited = records.filter((record) => citationsOf(record).length === 0);
    expect(uncited).toEqual([]);
  });

  it('cites every field that says something, save what is bookkeeping', () => {
    const uncited = records.flatMap((record) =>
      Object.entries(record.fields)
        .filter(
          ([name, value]) => saysSomething(value) && !OWN.has(name) && !OWN.has(`${record.type}.${name}`),
        )
        .filter(([name]) => citationsOf(record, name).length === 0)
        .map(([name]) => `${record.type} ${record.id}: ${name}`),
    );
    expect(uncited).toEqual([]);
  });

  it('has the article, the 28 documents behind its notes, and uses each of the 32 notes', () => {
    expect(sources).toHaveLength(29);
    expect(new Set(Object.values(SOURCE_OF_NOTE)).size).toBe(28);
    const used = new Set(
      citations
        .filter(({ fields }) => fields.source !== idOf('source', ARTICLE))
        .map(({ fields }) => fields.locator),
    );
    for (let note = 1; note <= 32; note += 1) expect(used).toContain(`note ${String(note)}`);
  });

  it('claims for each citation what the record holds, save where Starlab’s instrument is contested', () => {
    const contesting = citations.filter(({ fields }) => {
      const present = state.get(fields.record)?.fields[fields.field];
      return !sameValue(fields.claimed, present);
    });
    expect(contesting.map(({ fields }) => [fields.record, fields.field, fields.claimed])).toEqual([
      [idOf('agreement', 'nasa-starlab'), 'instrument', 'contract'],
    ]);
  });

  it('keeps kinds apart that look alike', () => {
    const instrument = (key: string) => state.get(idOf('agreement', key))?.fields['instrument'];
    expect(instrument('axiom-bavaria')).toBe('letter-of-intent');
    expect(instrument('axiom-italy')).toBe('memorandum-of-understanding');
    expect(instrument('nasa-starlab')).toBe('space-act-agreement-funded');
    expect(instrument('nasa-vast')).toBe('space-act-agreement-unfunded');
    expect(instrument('spacewerx-above')).toBe('contract');
    expect(instrument('axiom-thales-alenia')).toBe('not-stated');
  });

  it('has no part for NASA in the SpaceWERX contract', () => {
    const parties = state
      .ofType('participation')
      .filter(({ fields }) => fields.agreement === idOf('agreement', 'spacewerx-above'))
      .map(({ fields }) => fields.party);
    expect(parties.sort()).toEqual([idOf('party', 'above-space'), idOf('party', 'spacewerx')].sort());
  });

  it('lets a release announce on its day and sign nothing', () => {
    const boryung = state.get(idOf('agreement', 'axiom-boryung'))?.fields;
    expect(boryung).toMatchObject({ announced: '2024-01-12', signed: null, status: 'announced' });
  });

  it('counts fifteen nations and names four', () => {
    const iga = idOf('agreement', 'iga');
    expect(state.get(iga)?.fields['statedPartyCount']).toBe(15);
    expect(state.ofType('participation').filter(({ fields }) => fields.agreement === iga)).toHaveLength(4);
  });

  it('never takes Starlab the station for Starlab LLC', () => {
    const station = idOf('station', 'starlab');
    const company = idOf('party', 'starlab-llc');
    expect(state.get(station)?.type).toBe('station');
    expect(state.get(company)?.fields['kind']).toBe('joint-venture');
    const issuers = state.ofType('ownership').filter(({ fields }) => fields.issuer === company);
    expect(issuers.map(({ fields }) => fields.share)).toEqual([null, null, null, null]);
  });

  it('names the six commercial stations that it counts', () => {
    const six = state.get(idOf('statement', 'six-commercial-stations'))?.fields;
    expect(six).toMatchObject({ statedCount: 6, asOf: '2025-09', stance: 'asserted' });
    expect(six?.['subjects']).toHaveLength(6);
  });

  it('has names that fit as labels on a timeline and in a matrix', () => {
    const names = [...state.ofType('milestone'), ...state.ofType('agreement')].map(
      ({ fields }) => fields.name,
    );
    expect(names.filter((name) => name.length > 40)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives no signature, value or share a date or a figure that the article does not give', () => {
    for (const { fields } of state.ofType('agreement')) {
      expect(fields.value).toBeNull();
      expect(fields.inEffect).toBeNull();
      expect(fields.signed === null || fields.name.startsWith('Inter-Governmental')).toBe(true);
    }
  });

  it('shows slip: several forecasts, each with its day, for three commercial stations at least', () => {
    const perMilestone = Map.groupBy(state.ofType('forecast'), ({ fields }) => fields.milestone);
    const histories = [...perMilestone.values()].filter((list) => list.length >= 3);
    expect(histories.length).toBeGreaterThanOrEqual(3);
  });

  it('has slip that can be seen', () => {
    const dates = allMilestoneDates(state, fromIso('2026-06-01') ?? expect.fail());
    expect(dates.get(idOf('milestone', 'axiom-first-module'))?.slip?.lateness).toBe('late');
    expect(dates.get(idOf('milestone', 'starlab-launch'))?.slip?.lateness).toBe('late');
  });

  it('does not contradict what it says is not known', () => {
    const matches = state.ofType('statement').flatMap((statement) => statementMatches(state, statement));
    expect(matches).toEqual([]);
  });

  it('has crew on two stations now, and no flag on an agreement that the rules do not reach', () => {
    const today = fromIso('2026-06-01') ?? expect.fail();
    const crewed = [...habitation(state, today)]
      .filter(([, { spans }]) => spans.some(({ start }) => start.latest !== null && start.latest <= today))
      .map(([id]) => id);
    expect(crewed).toEqual([idOf('station', 'iss'), idOf('station', 'tiangong')]);
    expect([...constraintFlags(state).values()].flat()).toEqual([]);
  });

  it('makes the same ids everywhere', () => {
    expect(idOf('party', 'nasa')).toBe(uuidOf('party/nasa'));
    expect(isRecordId(idOf('party', 'nasa'))).toBe(true);
    expect(idOf('party', 'nasa')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8/);
    expect(new Set(sampleRecords.map((record) => record.id)).size).toBe(sampleRecords.length);
  });

  it('writes only fields that the definitions know', () => {
    for (const record of records) {
      for (const name of Object.keys(record.fields)) expect(fieldOf(record.type, name)).toBeDefined();
      expect(Object.keys(record.fields)).toHaveLength(Object.keys(definitionOf(record.type).fields).length);
    }
  });
});
