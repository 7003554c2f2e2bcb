/**
 * A board in a real server process: built pages, embedded PostgreSQL, a data folder of its own. Whoever runs a browser
 * test starts one, lets people in through invitation links, and may kill it and start it again on the same folder.
 *
 *     const board = await Board.start({ START: 'empty' });
 *     const editor = await board.newAccount('editor', 'Editor');
 *     board.kill(); await board.restart();
 *     await board.close();
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Role } from '@stationkeeper/domain/access/roles';
import { type Answer, Browser } from '../browser.ts';
import { type RunningServer, type Settings, startServer } from '../server-process.ts';

export const PASSWORD = 'a password for tests';

export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** A browser without pages that is signed in to the account. */
  readonly http: Browser;
}

export class Board {
  readonly #dataDir: string;
  readonly #settings: Settings;
  #server: RunningServer;
  #made = 0;

  private constructor(dataDir: string, settings: Settings, server: RunningServer) {
    this.#dataDir = dataDir;
    this.#settings = settings;
    this.#server = server;
  }

  static async start(settings: Settings = {}): Promise<Board> {
    const dataDir = await mkdtemp(join(tmpdir(), 'sk-e2e-'));
    const all = { START: 'sample', NODE_ENV: 'production', ...settings };
    return new Board(dataDir, all, await startServer({ ...all, DATA_DIR: dataDir }));
  }

  get url(): string {
    return this.#server.url;
  }

  /** The one-time code for the first account, once the server has printed it. */
  async setupCode(): Promise<string> {
    const printed = () => /set-up code: (\S+)/.exec(this.#server.stdout())?.[1] ?? '';
    await expect.poll(printed).not.toBe('');
    return printed();
  }

  /** The first account, by the set-up code. */
  async makeAdmin(name = 'Admin'): Promise<Account> {
    const http = new Browser(this.url);
    const email = this.#newEmail();
    const body = { code: await this.setupCode(), name, email, password: PASSWORD };
    const { user } = bodyOf(await http.post('/api/setup', body)) as { user: { id: string } };
    return { userId: user.id, name, email, role: 'admin', http };
  }

  /** The address of the only workspace, as somebody who is in it sees it. */
  async slugFor({ http }: Account): Promise<string> {
    const { workspaces } = bodyOf(await http.get('/api/me')) as { workspaces: { slug: string }[] };
    return workspaces[0]?.slug ?? '';
  }

  /** Somebody who has joined by a link that the admin made. */
  async newAccount(admin: Account, role: Role, name: string): Promise<Account> {
    const workspace = await this.slugFor(admin);
    const order = await admin.http.post(`/api/workspaces/${workspace}/invitations`, { role });
    const { token } = bodyOf(order) as { token: string };
    const http = new Browser(this.url);
    const email = this.#newEmail();
    bodyOf(await http.post(`/api/invitations/${token}/accept`, { name, email, password: PASSWORD }));
    const { user } = bodyOf(await http.get('/api/me')) as { user: { id: string } };
    return { userId: user.id, name, email, role, http };
  }

  /** As a power cut would; PostgreSQL goes on. */
  async kill(): Promise<void> {
    this.#server.kill();
    await this.#server.ended;
  }

  /** On the same folder and port. */
  async restart(): Promise<void> {
    const settings = { ...this.#settings, DATA_DIR: this.#dataDir, PORT: String(this.#server.port) };
    this.#server = await startServer(settings);
  }

  async close(): Promise<void> {
    await this.#server.stop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  #newEmail(): string {
    this.#made += 1;
    return `person-${String(this.#made)}@example.org`;
  }
}

function bodyOf({ status, body }: Answer): unknown {
  if (status >= 300) throw new Error(`The server answered ${String(status)}: ${JSON.stringify(body)}`);
  return body;
}
