import { rememberGlow } from '../support/e2e/glow.ts';
import { expect, test } from '../support/e2e/test.ts';
import { TimelineView } from '../support/e2e/timeline-view.ts';

test('an assessment is on the other page without a reload, glows there, and changes its charts', async ({
  shared: { slug, writer },
  join,
}) => {
  const station = await writer.create('station', { name: 'Assessed Station' });
  const milestone = await writer.create('milestone', { name: 'Assessed launch', subject: station });
  await writer.create('forecast', { milestone, expected: '2034-06-15', statedOn: '2026-01-10' });
  const path = `/${slug}/milestones/${milestone}`;
  const [one, other] = [await join('editor', 'First Editor'), await join('editor', 'Second Editor')];
  const glowed = await rememberGlow(other.page);
  const charts = await other.newTab();
  await one.goto(path);
  await other.goto(path);
  const timeline = new TimelineView(charts.page, '2030-01-01', '2040-01-01');
  await charts.goto(timeline.path(slug));
  await timeline.showTable();
  await expect(timeline.row('Assessed launch')).toContainText('not assessed');

  await one.record.choose('Assessment', 'At risk', 'the tank leaks');

  await expect(other.record.value('Assessment')).toContainText('at risk');
  await expect(other.record.entry('changed assessment')).toContainText('why: the tank leaks');
  await expect.poll(glowed).toContain('at risk');
  await expect(timeline.row('Assessed launch')).toContainText('at risk');
});

test('a forecast moves the mark on the other timeline, and its slip is told', async ({
  shared: { slug, writer },
  join,
}) => {
  const station = await writer.create('station', { name: 'Slipping Station' });
  const milestone = await writer.create('milestone', { name: 'Slipping launch', subject: station });
  await writer.create('forecast', { milestone, expected: '2032-06-15', statedOn: '2025-01-10' });
  const [one, other] = [await join('editor', 'First Editor'), await join('editor', 'Second Editor')];
  const timeline = new TimelineView(other.page, '2031-07-01', '2041-06-01');
  await other.goto(timeline.path(slug));
  await timeline.showTable();
  await expect(timeline.row('Slipping launch')).toContainText('15 Jun 2032');
  await one.goto(`/${slug}/milestones/${milestone}`);

  await one.record.section('Forecasts').getByRole('button', { name: 'Add forecast' }).click();
  const dialog = one.createDialog('forecast');
  await dialog.write('Expected', '15 Jun 2036');
  await dialog.write('Stated on', '3 Feb 2026');
  await dialog.create();

  await expect(timeline.row('Slipping launch')).toContainText('15 Jun 2036');
  await expect(timeline.row('Slipping launch')).toContainText('late');
  await expect(async () => {
    await timeline.clickAt('Slipping Station', '2036-06-15');
    await expect(timeline.opened).toContainText('Slipping launch', { timeout: 1_000 });
  }).toPass();
  await expect(timeline.opened).toContainText('15 Jun 2032');
});

test('a new agreement and its parties arrive in the list, the record, and the overview', async ({
  shared: { slug, writer },
  join,
}) => {
  await writer.create('party', { name: 'Northern Agency', kind: 'agency' });
  await writer.create('party', { name: 'Southern Company', kind: 'company' });
  const [one, other] = [await join('editor', 'First Editor'), await join('editor', 'Second Editor')];
  const overview = await other.newTab();
  await one.goto(`/${slug}/agreements`);
  await other.goto(`/${slug}/agreements`);
  await overview.goto(`/${slug}`);
  const before = await overview.tile('Agreements').figure();

  await one.button('New agreement').first().click();
  const dialog = one.createDialog('agreement');
  await dialog.write('Name', 'Arriving agreement');
  await dialog.choose('Status', 'Signed');
  await dialog.create();
  await one.addParticipation('Northern Agency', 'Awarding party');
  await one.addParticipation('Southern Company', 'Recipient');

  await expect(overview.tile('Agreements').locator).toContainText(String(before + 1));
  await other.list('Agreements').search.fill('Arriving');
  await other.list('Agreements').row('Arriving agreement').getByRole('link').click();
  await expect(other.record.section('Parties')).toContainText('Northern Agency');
  await expect(other.record.section('Parties')).toContainText('Southern Company');
  await expect(other.record.value('Level')).toContainText(/public.commercial/i);
});

test('who is here, and in which field, is seen by the other', async ({ shared: { slug, writer }, join }) => {
  const agreement = await writer.create('agreement', { name: 'Visited agreement' });
  const [one, other] = [await join('editor', 'First Editor'), await join('editor', 'Second Editor')];
  await one.goto(`/${slug}/agreements/${agreement}`);
  await other.goto(`/${slug}/agreements/${agreement}`);

  await expect(one.page.getByText('Second Editor is here too')).toBeVisible();
  await one.record.edit('Official title');

  await expect(other.record.value('Official title')).toContainText('First Editor');
});

test('a viewer sees everything and can change nothing, not even past the page', async ({
  shared: { board, slug, writer },
  join,
  openWriter,
}) => {
  const agreement = await writer.create('agreement', { name: 'Guarded agreement' });
  const viewer = await join('viewer', 'Viewer');
  await viewer.goto(`/${slug}/agreements/${agreement}`);

  await expect(viewer.record.heading).toHaveText('Guarded agreement');
  await expect(
    viewer.page.getByRole('main').getByRole('button', { name: /^(Edit|Delete|Add|Cite)/ }),
  ).toHaveCount(0);
  await viewer.goto(`/${slug}/agreements?q=Guarded`);
  await expect(viewer.button('New agreement')).toHaveCount(0);

  const forger = await openWriter(board, viewer.account);
  const edits = { name: { from: 'Guarded agreement', to: 'Forged' } };
  const reply = await forger.push([{ op: 'update', type: 'agreement', id: agreement, edits }]);
  expect(reply).toMatchObject({ verdicts: [{ status: 'rejected', error: { code: 'forbidden' } }] });
  await expect(viewer.list('Agreements').row('Guarded agreement')).toHaveCount(1);
});

test('somebody who is not signed in sees nothing', async ({ shared: { board, slug }, browser, watch }) => {
  const context = await browser.newContext({ baseURL: board.url });
  watch.follow(context, 'stranger');
  const page = await context.newPage();
  for (const path of ['', '/timeline', '/agreements', '/members', '/agreements/none']) {
    await page.goto(`/${slug}${path}`);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`/${slug}${path}`)}`);
  }
  for (const path of ['snapshot', 'changes?since=0', 'members', 'invitations']) {
    const known = await context.request.get(`/api/workspaces/${slug}/${path}`);
    const unknown = await context.request.get(`/api/workspaces/no-such-workspace/${path}`);
    expect([401, 404]).toContain(known.status());
    expect(unknown.status()).toBe(known.status());
    expect(await unknown.text()).toBe(await known.text());
  }
  await context.close();
});
