import { describe, expect, it } from 'vitest';
import { connectionWords } from './connection.ts';

describe('the connection', () => {
  it('says how many changes wait', () => {
    expect(connectionWords({ status: 'live', waiting: 0 })).toBe('Live');
    expect(connectionWords({ status: 'offline', waiting: 3 })).toBe('Offline, 3 changes waiting');
    expect(connectionWords({ status: 'reconnecting', waiting: 1 })).toBe('Reconnecting, 1 change waiting');
  });
});
