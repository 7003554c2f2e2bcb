import type { IncomingMessage, ServerResponse } from 'node:http';

export type HealthState = 'starting' | 'ready' | 'draining';

const CHECK_WITHIN_MS = 2_000;

/**
 * `GET /healthz`: the process is alive and answers. `GET /readyz`: it may be sent people; the database answers and has
 * all migrations. Plain Node, since it answers before there is an app and after the app has begun to drain.
 */
export class Health {
  state: HealthState = 'starting';
  readonly #check: () => Promise<unknown>;

  /** `check` fails when the database does not answer; it is asked only once the server is up. */
  constructor(check: () => Promise<unknown>) {
    this.#check = check;
  }

  /** A middleware for Express and for bare Node. */
  readonly answer = (req: IncomingMessage, res: ServerResponse, next: () => void): void => {
    const path = req.url?.split('?')[0];
    if (path === '/healthz') send(res, 200, { status: 'alive' });
    else if (path === '/readyz')
      void this.#readiness().then((found) => send(res, found.ready ? 200 : 503, found.body));
    else next();
  };

  async #readiness(): Promise<{ ready: boolean; body: { status: string; reason?: string } }> {
    if (this.state !== 'ready') return { ready: false, body: { status: this.state } };
    try {
      await Promise.race([this.#check(), tooLate()]);
      return { ready: true, body: { status: 'ready' } };
    } catch {
      const reason = 'The database does not answer, or lacks migrations.';
      return { ready: false, body: { status: 'unavailable', reason } };
    }
  }
}

function tooLate(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), CHECK_WITHIN_MS).unref();
  });
}

function send(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  res.end(JSON.stringify(body));
}
