/** One record of every type, tied together; answers the address of each page. */
import { definitionOf, type RecordType } from '@stationkeeper/domain';
import type { Writer } from './writer.ts';

export async function onePerType(
  writer: Writer,
  slug: string,
  author: string,
): Promise<ReadonlyMap<RecordType, string>> {
  const station = await writer.create('station', { name: 'One station' });
  const host = await writer.create('station', { name: 'Its host' });
  const party = await writer.create('party', { name: 'One party' });
  const group = await writer.create('party', { name: 'Its group' });
  const earlier = await writer.create('agreement', { name: 'Earlier agreement' });
  const agreement = await writer.create('agreement', { name: 'One agreement', stations: [station] });
  const source = await writer.create('source', { title: 'One source', url: 'https://example.org/one' });
  const milestone = await writer.create('milestone', { name: 'One milestone', subject: station });
  const constraint = await writer.create('constraint', { name: 'One constraint' });
  const ids: readonly [RecordType, string][] = [
    ['station', station],
    ['party', party],
    ['agreement', agreement],
    ['source', source],
    ['milestone', milestone],
    ['constraint', constraint],
    ['question', await writer.create('question', { question: 'One question?', bearsOn: [agreement] })],
    ['statement', await writer.create('statement', { claim: 'One claim', subjects: [station] })],
    ['forecast', await writer.create('forecast', { milestone, expected: '2033', statedOn: '2026-02' })],
    ['participation', await writer.create('participation', { agreement, party })],
    ['involvement', await writer.create('involvement', { station, party })],
    ['ownership', await writer.create('ownership', { issuer: party, holder: group, share: 12.5 })],
    ['membership', await writer.create('membership', { group, member: party })],
    ['attachment', await writer.create('attachment', { station, host })],
    ['succession', await writer.create('succession', { agreement, earlier })],
    ['establishes', await writer.create('establishes', { agreement, party })],
    ['flag-answer', await writer.create('flag-answer', { agreement, constraint })],
    ['citation', await writer.create('citation', { record: station, field: 'name', source, claimed: 'One' })],
    ['comment', await writer.create('comment', { record: station, author, body: 'One comment' })],
  ];
  return new Map(ids.map(([type, id]) => [type, `/${slug}/${segmentOf(type)}/${id}`]));
}

function segmentOf(type: RecordType): string {
  return definitionOf(type).plural.toLowerCase().replaceAll(' ', '-');
}
