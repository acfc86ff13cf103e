import { cpSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type StartedAcademy, startAcademy } from './cms-academy.ts';
import { everyBlock } from './cms-every-block.ts';
import { deskOf } from './cms-forms.ts';

let academy: StartedAcademy;

beforeAll(async () => {
  const project = copyProject();
  cpSync('content', join(project, 'content'), { recursive: true });
  academy = await startAcademy(project);
}, 240_000);

afterAll(() => academy?.close());

const online = 'C’est en ligne.';

test('a text that is written, translated, reviewed and published is on the site and in its search', async () => {
  const page = await academy.logIn('Anne Muller');
  const desk = deskOf(page, academy.origin);
  await desk.open('news');
  await desk.write('title', 'Le Girafomètre arrive');
  await desk.write('date', '2099-11-20');
  await desk.write('summary', 'Un outil de mesure pour toutes les équipes.');
  await desk.choose('topics', 'Cybersécurité');
  await desk.type('Pour les moins de < 3 ans et les {autres}.');
  await desk.write('title', 'Das Giraffometer ist da', 1);
  await desk.write('summary', 'Ein Messgerät für alle Teams.', 1);
  await desk.save();

  const branch = 'cms/news/le-girafometre-arrive';
  expect(academy.file('content/news/le-girafometre-arrive.fr.mdx', branch)).toBe(
    [
      '---',
      'title: Le Girafomètre arrive',
      "date: '2099-11-20'",
      'summary: Un outil de mesure pour toutes les équipes.',
      'topics:',
      '  - cybersecurity',
      '---',
      '',
      'Pour les moins de \\< 3 ans et les \\{autres}.',
      '',
    ].join('\n'),
  );
  expect(academy.file('content/news/le-girafometre-arrive.de.mdx', branch)).toContain(
    'Das Giraffometer ist da',
  );
  expect(academy.file('content/news/le-girafometre-arrive.lb.mdx', branch)).toBeUndefined();
  expect(academy.git('log', '-1', '--format=%an', branch).trim()).toBe('Anne Muller');
  expect(academy.file('content/news/le-girafometre-arrive.fr.mdx')).toBeUndefined();

  // Decap offers the preview of a draft that was opened as one.
  await desk.open('news', 'le-girafometre-arrive');
  const [preview] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: /^Voir l.aperçu/ }).click(),
  ]);
  await preview.getByText('L’aperçu se construit').waitFor();
  await preview.getByRole('heading', { name: 'Le Girafomètre arrive' }).waitFor({ timeout: 240_000 });
  expect(new URL(preview.url()).pathname).toBe('/admin/preview/fr/news/le-girafometre-arrive/');
  await preview.close();

  await desk.write('date', '2026-11-20');
  await desk.save();
  await desk.setStatus('Prêt');
  await desk.publish();
  expect(academy.file('content/news/le-girafometre-arrive.fr.mdx')).toContain('Le Girafomètre arrive');
  expect(academy.git('status', '--porcelain')).toBe('');

  const bar = page.locator('.editor-bar output');
  const said = new Set<string>();
  const hear = async () => said.add((await bar.textContent()) ?? '').has(`${online} Voir la page`);
  await expect.poll(hear, { timeout: 180_000, interval: 50 }).toBe(true);
  const steps = [...said].map((words) => /^Étape (\d)/.exec(words)?.[1]).filter(Boolean);
  expect(steps).toEqual(steps.toSorted());
  expect(steps.length).toBeGreaterThan(0);
  const shown = await bar.getByRole('link').getAttribute('href');
  expect(await (await fetch(new URL(shown ?? '', academy.origin))).text()).toContain('Le Girafomètre arrive');
  const address = `${academy.origin}/de/news/le-girafometre-arrive/`;
  expect(await (await fetch(address)).text()).toContain('Das Giraffometer ist da');
  await page.goto(`${academy.origin}/fr/courses/?q=girafom%C3%A8tre`);
  await page.getByText('Le Girafomètre arrive').first().waitFor();
}, 500_000);

test('each block is filled in by its form, refused while it lacks something, edited, published, and on the page', async () => {
  const page = await academy.logIn('Anne Muller');
  const desk = deskOf(page, academy.origin);
  const draft = () => academy.file('content/courses/langage-clair.fr.mdx', 'cms/courses/langage-clair') ?? '';
  const open = async () => {
    await desk.open('courses', 'langage-clair');
    await expect.poll(() => page.locator('[id^="title-field-"]').first().inputValue()).not.toBe('');
  };
  const pictureOf = (background: string) =>
    sharp({ create: { width: 1600, height: 900, channels: 3, background } })
      .png()
      .toBuffer();
  const blocks = await everyBlock(desk, await pictureOf('#b7dde3'));
  await open();
  await blocks.insert();
  const refused = await desk.saveInVain();
  for (const lack of blocks.lacks()) expect(refused).toContainEqual(expect.stringContaining(lack));
  await blocks.fillNearly();
  const stillRefused = (await desk.saveInVain()).map((refusal) => `${refusal.split(' : ')[0]} : `);
  expect(stillRefused.sort()).toEqual(blocks.nearlyLacks().sort());
  expect(draft()).toBe('');
  await blocks.fillRest();
  await desk.upload('atelier.png', await pictureOf('#2b4b9b'));
  await expect.poll(desk.brokenPictures).toEqual([]);
  await desk.write('imageAlt', 'Une table bleue.');
  for (const language of ['DE', 'LB', 'EN']) {
    await desk.showLanguage(language);
    await desk.write('imageAlt', `Une table bleue (${language}).`, 1);
  }
  await desk.save();
  blocks.isIn(draft(), 'filled');

  await open();
  await expect.poll(desk.brokenPictures).toEqual([]);
  await blocks.edit();
  await desk.save();
  blocks.isIn(draft(), 'edited');
  await desk.setStatus('Prêt');
  await desk.publish();
  await expect
    .poll(() => page.locator('.editor-bar output').textContent(), { timeout: 180_000 })
    .toContain(online);
  await page.goto(`${academy.origin}/fr/courses/langage-clair/`);
  const shown = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
  for (const text of blocks.texts()) expect(shown).toContain(text);
  const photo = page.getByRole('img', { name: 'Une table bleue.' });
  const sources = page.locator('picture').filter({ has: photo }).locator('source');
  expect(await sources.evaluateAll((all) => all.map((source) => source.getAttribute('type')))).toEqual([
    'image/avif',
    'image/webp',
  ]);
  expect(await sources.first().getAttribute('srcset')).toMatch(/ 360w, .+ 1440w/);
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
}, 240_000);

test('a server that is killed during a save loses nothing: the text is in the form, and saved when it runs again', async () => {
  const desk = deskOf(await academy.logIn('Anne Muller'), academy.origin);
  const branch = 'cms/topics/cybersecurity';
  const file = 'content/topics/cybersecurity.fr.yaml';
  await desk.open('topics', 'cybersecurity');
  await desk.write('summary', 'Ce qu’Anne écrit quand tout s’arrête.');
  await Promise.all([desk.pressSave(), academy.stop('SIGKILL')]);
  expect(academy.git('fsck', '--strict', '--no-dangling')).toBe('');
  const kept = academy.file(file, branch);
  if (kept !== undefined) expect(kept).toContain('Ce qu’Anne écrit quand tout s’arrête.');

  await academy.restart();
  expect(await desk.page.locator('[id^="summary-field-"]').first().inputValue()).toBe(
    'Ce qu’Anne écrit quand tout s’arrête.',
  );
  const press = async () => {
    const save = desk.page.getByRole('button', { name: 'Enregistrer', exact: true });
    await save.click({ timeout: 1000 }).catch(() => undefined);
    return academy.file(file, branch) ?? '';
  };
  await expect
    .poll(press, { interval: 1000, timeout: 60_000 })
    .toContain('Ce qu’Anne écrit quand tout s’arrête.');
  expect(academy.git('rev-list', '--count', `main..${branch}`).trim()).toBe('1');
  expect(academy.git('status', '--porcelain')).toBe('');
}, 180_000);
