import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../src/commands/browser.ts';
import { run } from '../../src/commands/export-lms.ts';
import { readSite } from '../../src/site.ts';

/** A learning platform in small: the run-time of `scorm-again`, which gives back what the address says was kept. */
const platform = `<!doctype html><title>LMS</title><script src="/run-time.js"></script><script>
window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
API.loadFromJSON(JSON.parse(decodeURIComponent(location.hash.slice(1) || '%7B%7D')), 'cmi');
window.finished = 0;
API.on('LMSFinish', () => { window.finished += 1; window.told = JSON.stringify(API.cmi); });
</script><iframe src="/package/index.html" title="module" width="1000" height="700"></iframe>`;

interface Told {
  readonly core: { readonly lesson_status: string; readonly score: { readonly raw: string } };
  readonly suspend_data: string;
}

const folder = mkdtempSync(join(tmpdir(), 'scorm-'));
let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  const { outDir } = readSite(process.env);
  const words = ['reconnaitre-hameconnage', 'fr', '--into', folder, '--from', outDir, '--pass', '80'];
  expect(await run(words, process.env)).toBe(0);
  const files = unzipSync(readFileSync(join(folder, 'reconnaitre-hameconnage.fr.scorm12.zip')));
  server = createServer(({ url = '' }, answer) => {
    const isScript = url === '/run-time.js';
    answer.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    if (url === '/') answer.end(platform);
    else if (isScript) answer.end(readFileSync('node_modules/scorm-again/dist/scorm12.min.js'));
    else answer.end(files[url.replace('/package/', '')] ?? '');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The module in the platform, which remembers `kept` of an earlier session. */
async function open(kept: object = {}): Promise<{ page: Page; frame: Frame; errors: string[] }> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${origin}#${encodeURIComponent(JSON.stringify(kept))}`);
  const frame = page.frames()[1] as Frame;
  await frame.waitForSelector('learning-platform [role=status]:not(:empty)');
  return { page, frame, errors };
}

async function readAll(frame: Frame): Promise<void> {
  for (const box of await frame.locator('module-progress nav input').all()) await box.check();
}

/** Answers each question, the first `wrong` of them wrongly. */
async function answer(frame: Frame, wrong: number): Promise<number> {
  const questions = await frame.locator('quiz-block .question').all();
  for (const [index, question] of questions.entries()) {
    const isRight = index >= wrong;
    const choice = isRight ? '.ticks input[data-right]' : '.ticks input:not([data-right])';
    for (const input of await question.locator(choice).all()) await input.check();
    for (const select of await question.locator('select').all())
      await select.selectOption((await select.getAttribute('data-right')) ?? '');
    for (const text of await question.locator('input[type=text]').all())
      await text.fill(
        isRight ? (JSON.parse((await text.getAttribute('data-answers')) ?? '[]')[0] as string) : '–',
      );
    await question.locator('[data-check] button').click();
  }
  return questions.length;
}

async function leave(page: Page, frame: Frame): Promise<Told> {
  await frame.goto('about:blank');
  await page.waitForFunction(() => (window as unknown as { finished: number }).finished > 0);
  return JSON.parse(await page.evaluate(() => (window as unknown as { told: string }).told)) as Told;
}

test('a learning platform is told that a module was begun, what was reached and how long it took', async () => {
  const { page, frame, errors } = await open({ student_data: { mastery_score: '80' } });
  await readAll(frame);
  await answer(frame, 0);
  const { core, suspend_data } = await leave(page, frame);
  const { raw } = core.score;
  expect(Number(raw)).toBeGreaterThanOrEqual(80);
  expect(core).toMatchObject({ lesson_status: 'passed', score: { min: '0', max: '100' }, exit: 'suspend' });
  expect(JSON.stringify(core)).toMatch(/"session_time":"(?:00)?00:00:\d\d/);
  expect(suspend_data.length).toBeLessThanOrEqual(4096);
  expect(errors).toEqual([]);
});

test('who only begins is reported as incomplete, and finds the place again in another browser', async () => {
  const first = await open();
  const [box] = await first.frame.locator('module-progress nav input').all();
  await box?.check();
  const { core, suspend_data } = await leave(first.page, first.frame);
  expect(core.lesson_status).toBe('incomplete');
  const second = await open({ suspend_data, core: { lesson_status: 'incomplete' } });
  expect(await second.frame.locator('module-progress nav input:checked').count()).toBe(1);
});

test('without a score to reach, a module is completed', async () => {
  const { page, frame } = await open();
  await readAll(frame);
  await answer(frame, 1);
  expect((await leave(page, frame)).core.lesson_status).toBe('completed');
});

test('with a score to reach, wrong answers fail', async () => {
  const { page, frame } = await open({ student_data: { mastery_score: '80' } });
  await readAll(frame);
  const questions = await answer(frame, 99);
  expect(questions).toBeGreaterThan(2);
  const { core } = await leave(page, frame);
  expect(Number(core.score.raw)).toBeLessThan(80);
  expect(core.lesson_status).toBe('failed');
});
