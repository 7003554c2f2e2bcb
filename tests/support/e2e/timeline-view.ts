/** The timeline with a fixed window of time: what its table says, and what is drawn at a day. */
import type { Locator, Page } from '@playwright/test';

const DAY_MS = 86_400_000;

export class TimelineView {
  readonly #page: Page;
  readonly #from: string;
  readonly #until: string;

  constructor(page: Page, from: string, until: string) {
    this.#page = page;
    this.#from = from;
    this.#until = until;
  }

  path(slug: string): string {
    return `/${slug}/timeline?from=${this.#from}&until=${this.#until}`;
  }

  /** The row of a milestone in the table behind the chart. */
  row(milestone: string): Locator {
    return this.#page.getByRole('table').getByRole('row').filter({ hasText: milestone });
  }

  async showTable(): Promise<void> {
    await this.#page.getByText('Show as a table').click();
  }

  /** What opens beside the timeline when one clicks into a lane at a day. */
  get opened(): Locator {
    return this.#page.getByRole('complementary', { name: 'Selected milestones' });
  }

  async clickAt(lane: string, day: string): Promise<void> {
    const name = this.#page.getByRole('main').getByRole('link', { name: lane, exact: true }).first();
    await name.scrollIntoViewIfNeeded();
    const row = await boxOf(name);
    const plot = await boxOf(this.#page.getByRole('application'));
    await this.#page.mouse.click(plot.x + this.#share(day) * plot.width, row.y + row.height / 2);
  }

  #share(day: string): number {
    const [from, until, at] = [this.#from, this.#until, day].map((iso) => Date.parse(iso) / DAY_MS);
    return ((at ?? 0) - (from ?? 0)) / ((until ?? 1) - (from ?? 0));
  }
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not shown');
  return box;
}
