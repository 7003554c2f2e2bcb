/** The list of one record type: a grid of rows, its search and its filters. */
import { expect, type Locator, type Page } from '@playwright/test';

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

  /** Walks with the arrow keys from the first cell to the row and the column. */
  async moveTo(rowText: string, header: string): Promise<void> {
    const target = await this.cell(rowText, header);
    const cells = this.grid.getByRole('gridcell');
    const columns = await this.grid.getByRole('columnheader').count();
    const at = await target.evaluate((cell) => {
      const all = cell.closest('[role=grid]')?.querySelectorAll('[role=gridcell]') ?? [];
      return [...all].indexOf(cell);
    });
    await cells.first().focus();
    await this.#page.keyboard.press('Control+Home');
    for (let row = 0; row < Math.floor(at / columns); row += 1) await this.#page.keyboard.press('ArrowDown');
    for (let column = 0; column < at % columns; column += 1) await this.#page.keyboard.press('ArrowRight');
    await expect(target).toBeFocused();
  }

  async sortBy(header: string): Promise<void> {
    await this.grid.getByRole('columnheader', { name: header }).getByRole('button').click();
  }

  get search(): Locator {
    return this.#page.getByRole('searchbox');
  }
}
