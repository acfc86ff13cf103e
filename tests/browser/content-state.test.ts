import { globSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EditedAcademy, openAcademy } from './cms-academy.ts';

let academy: EditedAcademy;

beforeAll(async () => {
  academy = await openAcademy();
});

afterAll(() => academy?.close());

test('the state of the content opens in the editor’s language, and each row in the editor', async () => {
  const page = await academy.logIn('Anne Muller', 'de-LU');
  await page.goto(`${academy.origin}/admin/state/`);
  await page.waitForURL(`${academy.origin}/de/editing/state/`);
  await page.evaluate(() => localStorage.setItem('academy-editor-language', 'lb'));
  await page.goto(`${academy.origin}/admin/state/`);
  await page.waitForURL(`${academy.origin}/lb/editing/state/`);

  const rows = page.locator('main section li a');
  const places = await rows.evaluateAll((links) =>
    links.map((link) => /#\/collections\/(.+)\/entries\/(.+)$/.exec(link.getAttribute('href') ?? '')),
  );
  expect(places.length).toBeGreaterThan(20);
  const files = new Set(globSync('content/*/*').map((file) => file.split(/[/.]/).slice(1, 3).join('/')));
  const lost = places.filter((place) => !place || !files.has(`${place[1]}/${place[2]}`));
  expect(lost).toEqual([]);

  const section = page.locator('section[aria-labelledby="untranslated-lb"]');
  const row = section.getByRole('link', { includeHidden: true }).first();
  const title = ((await row.textContent()) ?? '').trim();
  const [, collection = ''] = /collections\/(\w+)\//.exec((await row.getAttribute('href')) ?? '') ?? [];
  await section.locator('details').evaluate((details) => details.setAttribute('open', ''));
  await row.click();
  const field = { glossary: 'term', people: 'name', venues: 'name', site: 'name', statements: 'text' }[
    collection
  ];
  const input = page.locator(`[id^="${field ?? 'title'}-field-"]`).first();
  await expect.poll(() => input.inputValue()).toBe(title);
});
