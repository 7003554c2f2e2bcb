/**
 * The sample workspace as mutations, ready for the commit path that every edit takes. Each record comes with its citations
 * in one mutation, whose reason names where it was found; the mutations of one topic share a group.
 */
import type { CreateOp, Mutation } from '@stationkeeper/protocol';
import { mutationId } from '@stationkeeper/protocol';
import { agreements } from './agreements.ts';
import { ARTICLE } from './article.ts';
import { idOf, uuidOf, type FieldCitation, type SampleRecord } from './build.ts';
import { constraints } from './constraints.ts';
import { forecasts } from './forecasts.ts';
import { milestones } from './milestones.ts';
import { participations } from './participations.ts';
import { parties } from './parties.ts';
import { questions } from './questions.ts';
import { sources } from './sources.ts';
import { sourcesBeyond } from './sources-beyond.ts';
import { statements } from './statements.ts';
import { stations } from './stations.ts';
import { attachments, establishments, involvements, memberships, ownerships } from './ties.ts';

/** Every record of the sample, each after those that it points at. */
export const sampleRecords: readonly SampleRecord[] = [
  ...sources,
  ...sourcesBeyond,
  ...parties,
  ...stations,
  ...agreements,
  ...participations,
  ...involvements,
  ...ownerships,
  ...memberships,
  ...attachments,
  ...establishments,
  ...milestones,
  ...forecasts,
  ...statements,
  ...constraints,
  ...questions,
];

/** The whole sample as mutations of one client, numbered from 1, in an order in which each is accepted. */
export function sampleMutations(): Mutation[] {
  const clientId = uuidOf('client');
  return sampleRecords.map((record, index) => ({
    id: mutationId(clientId, index + 1),
    groupId: uuidOf(`group/${record.topic}`),
    reason: reasonOf(record),
    undoes: null,
    ops: [creation(record), ...record.citations.map((citation, place) => citing(record, citation, place))],
  }));
}

function creation(record: SampleRecord): CreateOp {
  return { op: 'create', type: record.type, id: record.id, fields: record.fields };
}

function citing(record: SampleRecord, { field, cite, claimed }: FieldCitation, place: number): CreateOp {
  const key = `${record.type}/${record.key}/${field}/${String(place)}`;
  return {
    op: 'create',
    type: 'citation',
    id: idOf('citation', key),
    fields: {
      record: record.id,
      field,
      source: idOf('source', cite.source),
      locator: cite.locator,
      quote: cite.quote ?? null,
      stance: 'value',
      claimed,
    },
  };
}

const titles = new Map(
  [...sources, ...sourcesBeyond].map(({ key, fields }) => [key, fields['title'] as string]),
);

/** 'International Space Station: from the CSIS article (Introduction, para. 3; note 6)'. */
function reasonOf(record: SampleRecord): string {
  const places = new Map<string, Set<string>>();
  for (const { cite } of record.citations) {
    const ofArticle = cite.source === ARTICLE || cite.locator.startsWith('note ');
    const document = ofArticle ? 'the CSIS article' : `“${titles.get(cite.source) ?? cite.source}”`;
    places.set(document, (places.get(document) ?? new Set()).add(cite.locator));
  }
  const found = [...places].map(([document, locators]) => `${document} (${[...locators].join('; ')})`);
  return `${record.topic}: from ${found.join(' and ')}`;
}
