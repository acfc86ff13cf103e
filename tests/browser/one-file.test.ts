import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../src/commands/browser.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { readSite } from '../../src/site.ts';
import { mistakesIn } from './axe-run.ts';
import { tabTo } from './keys.ts';

const { outDir } = readSite(process.env);
const { t } = stringsFor('fr');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** The files of all modules in all languages, absolute. */
function moduleFiles(): string[] {
  return readdirSync(resolve(outDir), { recursive: true, encoding: 'utf8' })
    .filter((path) => /^\w\w[\\/]modules[\\/].+\.(?:fr|de|lb|en)\.html$/.test(path))
    .map((path) => join(resolve(outDir), path))
    .sort();
}

function fileOf(slug: string): string {
  return join(resolve(outDir), 'fr/modules', slug, `${slug}.fr.html`);
}

/** A file opened from the disk where there is no network; what it asks for and what goes wrong is noted. */
async function open(
  file: string,
  hasScripts = true,
): Promise<{ page: Page; asked: string[]; errors: string[] }> {
  const context = await browser.newContext({ offline: true, javaScriptEnabled: hasScripts });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && url.split('#')[0] !== address) asked.push(url);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  await page.goto(address);
  return { page, asked, errors };
}

test('every module in every language it is written in is one file that asks for no other and has its pictures', async () => {
  const files = moduleFiles();
  expect(files.length).toBeGreaterThanOrEqual(28);
  for (const file of files) {
    const { page, asked, errors } = await open(file);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const broken = await page.evaluate(async () => {
      const images = [...document.images];
      for (const image of images) image.loading = 'eager';
      await Promise.allSettled(images.map((image) => image.decode()));
      return images.filter(({ naturalWidth }) => naturalWidth === 0).map(({ alt }) => alt);
    });
    expect(broken, file).toEqual([]);
    expect(await page.evaluate(() => document.fonts.check('1em "Atkinson Hyperlegible Next"')), file).toBe(
      true,
    );
    expect(asked, file).toEqual([]);
    expect(errors, file).toEqual([]);
    await page.context().close();
  }
});

test('from the disk a quiz is answered, a list ticked and a note kept, with the keyboard, and all is there the next time', async () => {
  const { page, asked, errors } = await open(fileOf('reconnaitre-hameconnage'));
  await page.locator('quiz-block input').first().focus();
  await page.keyboard.press('Space');
  await tabTo(page, 'quiz-block [data-check] button');
  await page.keyboard.press('Enter');
  expect(await page.locator('.verdict').first().textContent()).toMatch(
    new RegExp(`${t('quiz.right')}|${t('quiz.wrong')}`),
  );
  await page.locator('module-progress nav input').first().press('Space');
  await page.locator('ticked-list input').first().press('Space');
  await page.locator('reflection-block textarea').first().fill('Relire');
  await page.keyboard.press('Tab');
  await page.reload();
  expect(await page.locator('reflection-block textarea').first().inputValue()).toBe('Relire');
  expect(await page.locator('ticked-list input').first().isChecked()).toBe(true);
  expect(await page.locator('[data-continue]').isVisible()).toBe(true);
  expect(await mistakesIn(page, 'body')).toEqual([]);
  expect({ asked, errors }).toEqual({ asked: [], errors: [] });
});

test('from the disk a video plays and shows its captions, and a glossary word its definition', async () => {
  const { page, asked, errors } = await open(fileOf('reconnaitre-hameconnage'));
  const video = page.locator('video').first();
  await video.scrollIntoViewIfNeeded();
  const time = await video.evaluate(async (one: HTMLVideoElement) => {
    one.muted = true;
    const [track] = one.textTracks;
    if (track) track.mode = 'showing';
    await one.play();
    await new Promise((later) => one.addEventListener('timeupdate', () => one.currentTime > 0.3 && later(0)));
    return { at: one.currentTime, cues: track?.cues?.length ?? 0 };
  });
  expect(time.at).toBeGreaterThan(0.3);
  expect(time.cues).toBeGreaterThan(0);
  const term = page.locator('glossary-term > a').first();
  await term.press('Enter');
  await expect.poll(() => page.locator('glossary-term [popover]').first().isVisible()).toBe(true);
  expect({ asked, errors }).toEqual({ asked: [], errors: [] });
});

test('a download is in the file, and links lead to the site itself', async () => {
  const { page, asked } = await open(fileOf('ecrire-clair'));
  const saving = page.waitForEvent('download');
  await page.locator('.download a').first().click();
  expect((await saving).suggestedFilename()).toMatch(/^[\w-]+(?:\.\w+)+$/);
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.filter((link) => !/^(?:https?:|mailto:|#|data:)/.test(link))).toEqual([]);
  expect(asked).toEqual([]);
});

test('without scripts the file shows the whole text and its solutions, and nothing that would not work', async () => {
  const { page } = await open(fileOf('reconnaitre-hameconnage'), false);
  expect(await page.locator('main [data-check]:visible, main textarea:visible').count()).toBe(0);
  await page.locator('.solution summary').first().click();
  expect(await page.locator('.solution li').first().isVisible()).toBe(true);
});
