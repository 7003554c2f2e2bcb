/** The page of one record, whatever its type. */
import type { Locator, Page } from '@playwright/test';

export class RecordView {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get heading(): Locator {
    return this.#page.getByRole('main').getByRole('heading', { level: 1 });
  }

  /** What stands behind a label of the record itself, value and controls. */
  value(label: string): Locator {
    const terms = this.#page.getByRole('term').filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) });
    return this.#page.getByRole('definition').and(terms.locator('xpath=following-sibling::dd'));
  }

  /** Opens the editor of a field, in the record itself or in a section of it. */
  async edit(label: string, within: Locator = this.#page.getByRole('main')): Promise<void> {
    await within
      .getByRole('button', { name: `Edit ${label}`, exact: true })
      .first()
      .click();
  }

  /** Types into a field and keeps it. */
  async write(label: string, text: string): Promise<void> {
    await this.edit(label);
    const control = this.#page.getByRole('main').getByLabel(label, { exact: true });
    await control.fill(text);
    await control.press(await this.#keyThatKeeps(control));
  }

  /** Chooses a value of a closed list and, where the field asks for it, says why. */
  async choose(label: string, option: string, reason?: string): Promise<void> {
    await this.edit(label);
    const main = this.#page.getByRole('main');
    await main.getByRole('combobox', { name: label, exact: true }).selectOption(option);
    if (reason === undefined) return;
    await main.getByLabel('Why', { exact: true }).fill(reason);
    await main.getByRole('button', { name: 'Keep' }).click();
  }

  /** Adds words to a set and keeps it. */
  async addTo(label: string, word: string): Promise<void> {
    await this.edit(label);
    const main = this.#page.getByRole('main');
    await main.getByRole('combobox', { name: label, exact: true }).fill(word);
    await this.#page.getByRole('option', { name: word }).click();
    await main.getByRole('button', { name: 'Keep' }).click();
  }

  /** Chooses another record by its name and keeps it. */
  async pick(label: string, title: string): Promise<void> {
    await this.addTo(label, title);
  }

  section(heading: string): Locator {
    return this.#page.getByRole('region', { name: heading, exact: true });
  }

  get history(): Locator {
    return this.#page.getByRole('region', { name: 'History' });
  }

  /** One entry of the history. */
  entry(text: string | RegExp): Locator {
    return this.history.getByRole('listitem').filter({ hasText: text });
  }

  async #keyThatKeeps(control: Locator): Promise<string> {
    const isMultiline = await control.evaluate((element) => element instanceof HTMLTextAreaElement);
    return isMultiline ? 'Control+Enter' : 'Enter';
  }
}
