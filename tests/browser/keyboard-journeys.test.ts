import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringsFor } from '../../src/i18n/strings.ts';
import { tabTo } from './keys.ts';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;
const { t } = stringsFor('fr');
const wide = { viewport: { width: 1280, height: 900 } };

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

test('one goes through the calendar by keyboard: to a month, to a course, to its sessions', async () => {
  const page = await site.newPage(wide);
  await page.clock.install({ time: new Date('2026-11-23T12:00:00Z') });
  await page.goto(`${site.origin}/fr/sessions/`);
  await tabTo(page, '.months li:nth-child(2) a');
  await page.keyboard.press('Enter');
  const month = new URL(page.url()).hash;
  expect(month).toMatch(/^#m\d{4}-\d\d$/);
  // The next stop is in the month that was chosen, not back in the list of months.
  await page.keyboard.press('Tab');
  const where = await page.evaluate(
    () => document.activeElement?.closest('section')?.getAttribute('aria-labelledby') ?? '',
  );
  expect(`#${where}`).toBe(month);
  await tabTo(page, `section[aria-labelledby="${where}"] h3 a`);
  const course = (await page.locator('a:focus').getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await page.waitForURL(site.origin + course);
  await tabTo(page, 'a[href="#sessions"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '#sessions a');
});

test('one follows a path by keyboard: to a module, through it, and on to the next step', async () => {
  const page = await site.newPage(wide);
  await page.goto(`${site.origin}/fr/paths/stage-agent-de-l-etat/`);
  await tabTo(page, 'section[aria-labelledby=steps] ol a[href*="modules/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/modules/**');
  expect(await page.locator('.where').filter({ visible: true }).textContent()).toMatch(/\d/);
  await tabTo(page, '.way a[rel=next], .way a[rel=prev]');
  const next = (await page.locator('a:focus').getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await page.waitForURL(site.origin + next);
});

test('a whole module is worked through by keyboard: sections ticked, a quiz answered, its end said', async () => {
  const page = await site.newPage(wide);
  await page.goto(`${site.origin}/fr/modules/mots-de-passe-et-double-authentification/`);
  const boxes = page.locator('module-progress nav input');
  const amount = await boxes.count();
  for (let done = 0; done < amount; done += 1) {
    await tabTo(page, 'module-progress nav input:not(:checked)');
    await page.keyboard.press('Space');
  }
  await expect.poll(() => page.locator('#progress').textContent()).toContain(t('module.finished'));
  const group = 'quiz-block [data-type=choice]';
  await tabTo(page, `${group} .ticks input`);
  await page.keyboard.press('Space');
  await tabTo(page, `${group} [data-check] button`);
  await page.keyboard.press('Enter');
  const feedback = page.locator(`${group} .feedback`).first();
  await expect.poll(() => feedback.textContent()).toMatch(/\S/);
  await tabTo(page, 'module-progress ~ * a, footer a');
});
