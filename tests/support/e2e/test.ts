/**
 * What browser tests share: one board for all specs of a worker, people who come to it in browsers of their own, and the
 * rule that no page may complain: an error on any console fails the test, unless the test says that it provokes it.
 */
import { type BrowserContextOptions, expect, test as base } from '@playwright/test';
import type { Role } from '@stationkeeper/domain/access/roles';
import { type Account, Board } from './board.ts';
import { ConsoleWatch } from './console-watch.ts';
import { Person } from './person.ts';
import { Writer } from './writer.ts';

export { expect };

/** The board that all specs of a worker share, with its first admin and a socket that prepares records. */
export interface SharedBoard {
  readonly board: Board;
  readonly admin: Account;
  readonly slug: string;
  readonly writer: Writer;
}

interface Fixtures {
  /** What pages may say on the console in this test: they are, for example, cut off on purpose. */
  readonly expectedErrors: readonly RegExp[];
  readonly watch: ConsoleWatch;
  /** Lets somebody new into the shared board, in a browser of their own. */
  readonly join: (role: Role, name: string, options?: BrowserContextOptions) => Promise<Person>;
  /** Opens a browser for an account, on whatever board it is. */
  readonly openFor: (account: Account, url: string, options?: BrowserContextOptions) => Promise<Person>;
  /** Opens a socket without a page for an account; it is closed with the test. */
  readonly openWriter: (board: Board, account: Account) => Promise<Writer>;
}

export const test = base.extend<Fixtures, { shared: SharedBoard }>({
  shared: [
    async ({}, use) => {
      const board = await Board.start();
      const admin = await board.makeAdmin();
      const slug = await board.slugFor(admin);
      const writer = await Writer.open(board, admin);
      await use({ board, admin, slug, writer });
      writer.close();
      await board.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  expectedErrors: [[], { option: true }],

  watch: async ({ expectedErrors }, use) => {
    const watch = new ConsoleWatch(expectedErrors);
    await use(watch);
    expect(watch.complaints, 'no page complains on its console').toEqual([]);
  },

  openFor: async ({ browser, watch }, use) => {
    const people: Person[] = [];
    await use(async (account, url, options = {}) => {
      const context = await browser.newContext({ baseURL: url, ...options });
      const cookies = [...account.http.cookies].map(([name, value]) => ({ name, value, url }));
      await context.addCookies(cookies);
      watch.follow(context, account.name);
      const person = new Person(account, context, await context.newPage());
      people.push(person);
      return person;
    });
    await Promise.all(people.map(({ context }) => context.close()));
  },

  openWriter: async ({}, use) => {
    const writers: Writer[] = [];
    await use(async (board, account) => {
      const writer = await Writer.open(board, account);
      writers.push(writer);
      return writer;
    });
    for (const writer of writers) writer.close();
  },

  join: async ({ shared, openFor }, use) => {
    await use(async (role, name, options) => {
      const account = await shared.board.newAccount(shared.admin, role, name);
      return openFor(account, shared.board.url, options);
    });
  },
});
