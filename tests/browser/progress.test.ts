import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringsFor } from '../../src/i18n/strings.ts';
import { mistakesIn } from './axe-run.ts';
import { openSite } from './block-page.ts';

let site: Awaited<ReturnType<typeof openSite>>;
const { t } = stringsFor('fr');

type Page = Awaited<ReturnType<typeof site.visit>>['page'];

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

/** Ticks the first sections of a module, or all. */
async function read(page: Page, path: string, most = Number.POSITIVE_INFINITY): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  const boxes = await page.locator('module-progress nav input').all();
  for (const box of boxes.slice(0, most)) await box.check();
}

for (const way of ['courses/cybersecurite-premiers-reflexes/', 'paths/stage-agent-de-l-etat/']) {
  test(`${way} says nothing of progress before a module is begun, then counts its modules and leads on`, async () => {
    const { page, errors } = await site.visit(`fr/${way}`);
    const address = page.url();
    const sum = page.locator('learning-sum');
    expect(await sum.isVisible()).toBe(false);
    const links = await sum
      .locator('a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const [first = '', second] = links;

    await read(page, first, 1);
    await page.goto(address);
    expect(await sum.locator('p:visible').first().textContent()).toBe(
      t('learning-sum.sum', { n: 0, of: links.length }),
    );
    expect(await mistakesIn(page, 'learning-sum')).toEqual([]);
    await sum.locator('a:visible').click();
    await page.locator('[data-continue]').click();
    expect(new URL(page.url()).pathname).toBe(first.split('?')[0]);
    expect(new URL(page.url()).hash.length).toBeGreaterThan(1);

    await read(page, first);
    await page.goto(address);
    expect(await sum.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(1);
    const next = sum.locator('a:visible');
    if (second) expect(await next.getAttribute('href')).toBe(second);
    else expect(await sum.textContent()).toContain(t('learning-sum.finished'));
    expect(errors).toEqual([]);
  });
}

test('a module leads on along the course or the path one came from, and only along that one', async () => {
  const { page } = await site.visit('fr/paths/stage-agent-de-l-etat/');
  const steps = 'section[aria-labelledby=steps] ol';
  const order = await page
    .locator(`${steps} a`)
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const place = order.findIndex((step) => step.includes('/modules/'));
  await page.locator(`${steps} a[href*="/modules/"]`).first().click();
  await page.locator('p[data-way]:visible').first().waitFor();
  expect(await page.locator('p[data-way]:visible').count()).toBe(1);
  expect(await page.locator('p[data-way]:visible').textContent()).toContain(String(place + 1));
  const ahead = page.locator('nav[data-way]:visible [rel=next]');
  const back = page.locator('nav[data-way]:visible [rel=prev]');
  const pathOf = async (link: typeof ahead) =>
    (await link.count()) > 0
      ? new URL(await link.evaluate((one: HTMLAnchorElement) => one.href)).pathname
      : undefined;
  expect(await pathOf(back)).toBe(order[place - 1]);
  expect(await pathOf(ahead)).toBe(order[place + 1]);
});

test('what is folded on the screen is read on paper: solutions, transcripts, cards and meetings', async () => {
  const { page } = await site.visit('fr/modules/reconnaitre-hameconnage/');
  await page.emulateMedia({ media: 'print' });
  const unread = await foldedOn(page);
  expect(unread).toEqual([]);
  for (const path of ['fr/courses/', 'fr/sessions/']) {
    await page.goto(new URL(`/${path}`, page.url()).href);
    expect(await foldedOn(page), path).toEqual([]);
  }
});

/** What is folded in the main part of a page and takes no room there; what never prints is left out. */
async function foldedOn(page: Page): Promise<string[]> {
  const folded = await page.locator('main details:not([open])').all();
  const unread: string[] = [];
  for (const details of folded) {
    const isShown = await details.evaluate((one) => {
      if (one.closest('form, nav') || one.getClientRects().length === 0) return true;
      const inner = one.querySelector('summary')?.nextElementSibling;
      return inner?.checkVisibility({ contentVisibilityAuto: true }) === true && inner.clientHeight > 0;
    });
    if (!isShown) unread.push((await details.textContent()) ?? '');
  }
  return unread;
}
