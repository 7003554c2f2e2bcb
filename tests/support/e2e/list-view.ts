/** The list of one record type: a grid of rows, its search and its filters. */
import type { Locator, Page } from '@playwright/test';

export class ListView {
  readonly #page: Page;
  readonly grid: Locator;

  constructor(page: Page, label: string) {
    this.#page = page;
    this.grid = page.getByRole('grid', { name: label });
  }

  row(text: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: text });
  }

  /** The titles that are shown, from top to bottom. */
  titles(): Promise<string[]> {
    return this.grid.getByRole('gridcell').getByRole('link').allTextContents();
  }

  /** The cell of a row in the column of that header. */
  async cell(rowText: string, header: string): Promise<Locator> {
    const labels = await this.grid.getByRole('columnheader').allTextContents();
    const at = labels.findIndex((label) => label.trim().startsWith(header));
    return this.row(rowText).getByRole('gridcell').nth(at);
  }

  async sortBy(header: string): Promise<void> {
    await this.grid.getByRole('columnheader', { name: header }).getByRole('button').click();
  }

  get search(): Locator {
    return this.#page.getByRole('searchbox');
  }
}
