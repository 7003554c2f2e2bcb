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

  it('lead nowhere else after sign-in', () => {
    expect(safeNext('/board/agreements?status=signed')).toBe('/board/agreements?status=signed');
    expect(safeNext('//elsewhere.example')).toBe('/');
    expect(safeNext('/\\elsewhere.example')).toBe('/');
    expect(safeNext('https://elsewhere.example')).toBe('/');
    expect(safeNext(null)).toBe('/');
  });
});
