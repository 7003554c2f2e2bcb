import { RECORD_TYPES } from '@stationkeeper/domain';
import { describe, expect, it } from 'vitest';
import { listPath, recordPath, safeNext, typeOfSegment } from './paths.ts';

describe('addresses', () => {
  it('exist for every record type, each its own, and lead back to it', () => {
    for (const type of RECORD_TYPES) {
      const segment = listPath('board', type).split('/')[2] ?? '';
      expect(typeOfSegment(segment)).toBe(type);
    }
    expect(recordPath('board', { type: 'party', id: 'x' })).toBe('/board/parties/x');
  });

  it.each([
    '/board/agreements?status=signed',
    '/board/parties/x#history',
    '/board?q=a%2F%2Fb&next=//elsewhere.example',
    '/@board/x',
    '/',
  ])('of our own are gone on to after sign-in: %s', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    null,
    '',
    'board',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '//elsewhere.example',
    '///elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/\r\n/elsewhere.example/x',
    '\t//elsewhere.example',
    '/\t\\elsewhere.example',
    '\u0000//elsewhere.example',
    ' //elsewhere.example',
    '//somebody:secret@elsewhere.example',
    '//here.invalid@elsewhere.example',
    '//here.invalid:81/',
    '/.//elsewhere.example',
    '/x/..//elsewhere.example',
    '/.\\/elsewhere.example',
    '/%2e//elsewhere.example',
    '//[',
  ])('lead nowhere else after sign-in: %j', (next) => {
    expect(safeNext(next)).toBe('/');
  });

  it('that come from an address lead nowhere else either', () => {
    const { searchParams } = new URL('http://board.example/sign-in?next=/%09/elsewhere.example/x');
    expect(safeNext(searchParams.get('next'))).toBe('/');
  });
});
