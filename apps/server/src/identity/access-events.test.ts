import { describe, expect, it } from 'vitest';
import { AccessEvents, concerns } from './access-events.ts';
import type { AccessEvent } from './access-events.ts';

const ANNA = '00000000-0000-4000-8000-000000000001';
const BEN = '00000000-0000-4000-8000-000000000002';
const BOARD = '00000000-0000-4000-8000-0000000000ff';

/** Two processes whose NOTIFY reaches both, the sender included, as Postgres does it. */
function twoProcesses() {
  const processes: AccessEvents[] = [];
  const notify = (_channel: string, payload: string) => {
    for (const each of processes) each.receive(payload);
    return Promise.resolve();
  };
  const [server, cli] = [new AccessEvents(notify), new AccessEvents(notify)];
  processes.push(server, cli);
  return { server, cli };
}

function heardBy(events: AccessEvents): AccessEvent[] {
  const heard: AccessEvent[] = [];
  events.subscribe((event) => heard.push(event));
  return heard;
}

describe('access events', () => {
  it('reach listeners here and in other processes exactly once', async () => {
    const { server, cli } = twoProcesses();
    const [atServer, atCli] = [heardBy(server), heardBy(cli)];
    const event: AccessEvent = { kind: 'removed', userId: ANNA, workspaceId: BOARD };
    await cli.emit(event);
    expect(atServer).toEqual([event]);
    expect(atCli).toEqual([event]);
  });

  it('pass over payloads that are not theirs', () => {
    const { server } = twoProcesses();
    const heard = heardBy(server);
    for (const payload of ['', '{', '{}', '{"origin":"x","event":{"kind":"party"}}', 'null']) {
      server.receive(payload);
    }
    expect(heard).toEqual([]);
  });

  it('end with their subscription', async () => {
    const { server } = twoProcesses();
    const heard: AccessEvent[] = [];
    const stop = server.subscribe((event) => heard.push(event));
    stop();
    await server.emit({ kind: 'signed-out', userId: ANNA });
    expect(heard).toEqual([]);
  });

  it('concern the sessions they name and no others', () => {
    const desk = { userId: ANNA, sessionId: 'desk' };
    const out = (more: object): AccessEvent => ({ kind: 'signed-out', userId: ANNA, ...more });
    expect(concerns(out({}), desk)).toBe(true);
    expect(concerns(out({ sessionId: 'desk' }), desk)).toBe(true);
    expect(concerns(out({ sessionId: 'phone' }), desk)).toBe(false);
    expect(concerns(out({ exceptSessionId: 'desk' }), desk)).toBe(false);
    expect(concerns(out({ exceptSessionId: 'phone' }), desk)).toBe(true);
    expect(concerns({ kind: 'removed', userId: BEN, workspaceId: BOARD }, desk)).toBe(false);
    expect(concerns({ kind: 'everything-may-have-changed' }, desk)).toBe(true);
  });
});
