import { fieldOf } from '@stationkeeper/domain';
import { describe, expect, it } from 'vitest';
import { editOf } from './edit-of.ts';

const status = fieldOf('agreement', 'status');
const purposes = fieldOf('agreement', 'purposes');

describe('an edit', () => {
  it('of a scalar names the value seen and the value wanted', () => {
    expect(status && editOf(status, 'announced', 'signed')).toEqual({ from: 'announced', to: 'signed' });
  });

  it('of a set names only what is added and removed, so that others may add too', () => {
    expect(purposes && editOf(purposes, ['module', 'seats'], ['module', 'barter'])).toEqual({
      add: ['barter'],
      remove: ['seats'],
    });
  });

  it('is none where nothing changes', () => {
    expect(status && editOf(status, 'signed', 'signed')).toBeNull();
    expect(purposes && editOf(purposes, ['a', 'b'], ['a', 'b'])).toBeNull();
  });
});
