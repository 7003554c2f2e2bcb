/** The dialog that makes a record. */
import { expect, type Locator, type Page } from '@playwright/test';

export class CreateDialog {
  readonly #page: Page;
  readonly dialog: Locator;

  constructor(page: Page, label: string) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: `New ${label}` });
  }

  async write(label: string, text: string): Promise<void> {
    await this.dialog.getByLabel(label, { exact: true }).fill(text);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.dialog.getByLabel(label, { exact: true }).selectOption(option);
  }

  /** Types the beginning of another record's name and takes the one that is called so. */
  async find(label: string, title: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: label, exact: true }).fill(title);
    await this.#page.getByRole('option', { name: title }).click();
  }

  async create(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Create' }).click();
    await expect(this.dialog).toBeHidden();
  }
}
