/**
 * LISTEN on a connection of its own, for as long as the process lives. PostgreSQL forgets who listened when a
 * connection breaks, and what was said meanwhile is lost; so after each new connection `onConnected` is called, and the
 * listener must look for itself what it has missed.
 */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

export type Listener = {
  onNotification: (channel: string, payload: string) => void;
  /** The first connection, and each later one: notifications may have been missed before it. */
  onConnected: () => void;
};

export type Listening = { stop: () => Promise<void> };

/** Resolves when the channels are listened to for the first time; throws when that is not possible. */
export async function listenTo(
  url: string,
  channels: readonly string[],
  listener: Listener,
  log: Log,
): Promise<Listening> {
  let isStopped = false;
  const stopped = (): boolean => isStopped; // it changes during every await
  let client = await connect(url, channels, listener, onEnd);

  function onEnd(): void {
    if (!stopped()) void again();
  }

  async function again(): Promise<void> {
    for (let waitMs = FIRST_WAIT_MS; !stopped(); waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      try {
        client = await connect(url, channels, listener, onEnd);
        if (stopped()) await client.end();
        return;
      } catch (error) {
        log.warn({ err: error }, 'no connection to listen to the database; trying again');
        await delay(waitMs, undefined, { ref: false });
      }
    }
  }

  const stop = async (): Promise<void> => {
    isStopped = true;
    await client.end();
  };
  return { stop };
}

async function connect(
  url: string,
  channels: readonly string[],
  { onNotification, onConnected }: Listener,
  onEnd: () => void,
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'stationkeeper listener',
    keepAlive: true,
  });
  client.on('error', () => undefined); // 'end' follows
  client.on('notification', ({ channel, payload }) => onNotification(channel, payload ?? ''));
  await client.connect();
  for (const channel of channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
  client.once('end', onEnd);
  onConnected();
  return client;
}
