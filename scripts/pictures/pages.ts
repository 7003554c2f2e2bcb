/** What is pictured: each page with its address, who sees it, and what is opened on it first. */
import type { Page } from '@playwright/test';

export const SIZES = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
} as const;

export type SizeName = keyof typeof SIZES;

export const THEMES = ['light', 'dark'] as const;

/** What an address is made of. */
export type Place = {
  readonly slug: string;
  /** The id of the record with that title; throws where there is none. */
  readonly find: (title: string) => string;
};

export type Picture = {
  readonly name: string;
  readonly who: 'before anybody' | 'stranger' | 'admin';
  readonly sizes: readonly SizeName[];
  readonly path: (place: Place) => string;
  readonly prepare?: (page: Page) => Promise<void>;
};

const DESK_AND_PHONE = ['desk', 'phone'] as const;
const EVERYWHERE = ['desk', 'phone', 'wall'] as const;

const LISTS = [
  'agreements',
  'stations',
  'parties',
  'milestones',
  'questions',
  'constraints',
  'statements',
  'sources',
] as const;

/** Waits until the page is live; before that it does not answer to clicks. */
async function live(page: Page): Promise<void> {
  await page.getByRole('status', { name: 'Connection: Live' }).waitFor();
}

function inWorkspace(name: string, path: (place: Place) => string, more: Partial<Picture> = {}): Picture {
  return {
    name,
    who: 'admin',
    sizes: DESK_AND_PHONE,
    path: (place) => `/${place.slug}${path(place)}`,
    prepare: live,
    ...more,
  };
}

export const PICTURES: readonly Picture[] = [
  { name: 'set-up', who: 'before anybody', sizes: DESK_AND_PHONE, path: () => '/setup' },
  { name: 'sign-in', who: 'stranger', sizes: DESK_AND_PHONE, path: () => '/sign-in' },
  inWorkspace('overview', () => '', { sizes: EVERYWHERE }),
  inWorkspace('timeline', () => '/timeline', { sizes: EVERYWHERE }),
  inWorkspace(
    'timeline-milestone',
    ({ find }) => `/timeline?from=2024-01-01&until=2032-01-01&open=${find('Starlab launch')}`,
  ),
  ...LISTS.map((list) => inWorkspace(list, () => `/${list}`)),
  inWorkspace('agreement', ({ find }) => `/agreements/${find('NASA award for Starlab')}`),
  inWorkspace('station', ({ find }) => `/stations/${find('Starlab')}`),
  inWorkspace('milestone', ({ find }) => `/milestones/${find('First Axiom Station module launch')}`),
  inWorkspace('new-agreement', () => '/agreements', {
    prepare: async (page) => {
      await live(page);
      await page.getByRole('button', { name: 'New agreement' }).click();
      await page.getByRole('dialog').waitFor();
    },
  }),
  inWorkspace('search', () => '', {
    prepare: async (page) => {
      await live(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search records and pages' }).fill('axiom');
    },
  }),
  inWorkspace('members', () => '/members'),
];
