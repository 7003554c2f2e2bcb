/** Somebody at a browser: what they do and see, by role and by label, as a screen reader would find it. */
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Account } from './board.ts';
import { CreateDialog } from './create-dialog.ts';
import { ListView } from './list-view.ts';
import { RecordView } from './record-view.ts';

export class Person {
  readonly account: Account;
  readonly context: BrowserContext;
  readonly page: Page;

  constructor(account: Account, context: BrowserContext, page: Page) {
    this.account = account;
    this.context = context;
    this.page = page;
  }

  get name(): string {
    return this.account.name;
  }

  /** The same person in another tab: same cookies, same storage. */
  async newTab(): Promise<Person> {
    return new Person(this.account, this.context, await this.context.newPage());
  }

  /** Opens an address and waits until the page is live. */
  async goto(path: string): Promise<void> {
    await this.page.goto(path);
    await this.isLive();
  }

  get connection(): Locator {
    return this.page.getByRole('status', { name: 'Connection' });
  }

  async isLive(): Promise<void> {
    await expect(this.connection).toHaveText('Live');
  }

  get record(): RecordView {
    return new RecordView(this.page);
  }

  list(label: string): ListView {
    return new ListView(this.page, label);
  }

  createDialog(label: string): CreateDialog {
    return new CreateDialog(this.page, label);
  }

  /** Adds a party to the agreement whose page is open. */
  async addParticipation(party: string, role: string): Promise<void> {
    const section = this.record.section('Parties');
    await section.getByRole('button', { name: 'Add participation' }).click();
    const dialog = this.createDialog('participation');
    await dialog.find('Party', party);
    await dialog.choose('Role', role);
    await dialog.create();
    await expect(section).toContainText(party);
  }

  /** A figure of the overview. */
  tile(label: string): { locator: Locator; figure: () => Promise<number> } {
    const tiles = this.page.getByRole('region', { name: 'At a glance' }).getByRole('link');
    const locator = tiles.filter({ hasText: new RegExp(`^\\s*${label}`) });
    const figure = async () => Number(/\d+/.exec((await locator.textContent()) ?? '')?.[0]);
    return { locator, figure };
  }

  dialog(title: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }
}
