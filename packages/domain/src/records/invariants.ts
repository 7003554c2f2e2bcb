/**
 * What must hold between the fields of one record, or between it and those it points at, beyond what each
 * field's own kind says. Only what could never be meant is refused here; what merely looks odd (an end
 * before a beginning, which two people may pass through on the way) is left to the interface to point out.
 */
import type { Problem } from '../errors.ts';
import type { AnyRecord } from './define-record.ts';
import { parseValue } from './parse-value.ts';
import { fieldOf } from './registry.ts';

type Lookup = (id: string) => AnyRecord | undefined;

/** Two refs of one record that must not name the same record: type -> [field, other field or the record itself]. */
const DISTINCT: Readonly<Record<string, readonly [string, string]>> = {
  ownership: ['issuer', 'holder'],
  membership: ['group', 'member'],
  attachment: ['station', 'host'],
  succession: ['agreement', 'earlier'],
};

/** All that is wrong with a record as a whole; empty when nothing is. */
export function recordProblems(record: AnyRecord, lookup: Lookup): Problem[] {
  const distinct = DISTINCT[record.type];
  const problems: Problem[] = [];
  if (distinct && record.fields[distinct[0]] === record.fields[distinct[1]]) {
    problems.push({ path: distinct[1], message: 'must be another record' });
  }
  if (record.type === 'milestone') problems.push(...milestoneProblems(record, lookup));
  if (record.type === 'citation') problems.push(...citationProblems(record, lookup));
  if (record.type === 'comment') problems.push(...commentProblems(record, lookup));
  return problems;
}

function milestoneProblems(record: AnyRecord, lookup: Lookup): Problem[] {
  const { baseline, dependsOn } = record.fields;
  const problems: Problem[] = [];
  if (typeof baseline === 'string' && lookup(baseline)?.fields['milestone'] !== record.id) {
    problems.push({ path: 'baseline', message: 'must be a forecast of this milestone' });
  }
  if (Array.isArray(dependsOn) && dependsOn.includes(record.id)) {
    problems.push({ path: 'dependsOn', message: 'must not name the milestone itself' });
  }
  return problems;
}

function citationProblems(record: AnyRecord, lookup: Lookup): Problem[] {
  const field = citedField(record, lookup);
  if (!field) return [{ path: 'field', message: 'names no field of the record' }];
  if (record.fields['stance'] === 'none-known') {
    return record.fields['claimed'] === null
      ? []
      : [{ path: 'claimed', message: 'must be empty where none is known' }];
  }
  const parsed = parseValue(field, record.fields['claimed'] ?? null, 'claimed');
  return parsed.ok ? [] : parsed.error;
}

function commentProblems(record: AnyRecord, lookup: Lookup): Problem[] {
  if (record.fields['field'] === null || citedField(record, lookup)) return [];
  return [{ path: 'field', message: 'names no field of the record' }];
}

function citedField(record: AnyRecord, lookup: Lookup) {
  const { record: about, field } = record.fields;
  const target = typeof about === 'string' ? lookup(about) : undefined;
  return target && typeof field === 'string' ? fieldOf(target.type, field) : undefined;
}
