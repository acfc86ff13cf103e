import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EditedAcademy, startAcademy } from './cms-academy.ts';
import { deskOf } from './cms-forms.ts';

let academy: EditedAcademy;

beforeAll(async () => {
  academy = await startAcademy();
}, 240_000);

afterAll(() => academy?.close());

test('a text that is written, translated, reviewed and published is on the site and in its search', async () => {
  const page = await academy.logIn('Anne Muller');
  const desk = deskOf(page, academy.origin);
  await desk.open('news');
  await desk.write('title', 'Le Girafomètre arrive');
  await desk.write('date', '2026-11-20');
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
      "date: '2026-11-20'",
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

  await desk.setStatus('Prêt');
  await desk.publish();
  expect(academy.file('content/news/le-girafometre-arrive.fr.mdx')).toContain('Le Girafomètre arrive');
  expect(academy.git('status', '--porcelain')).toBe('');

  const address = `${academy.origin}/de/news/le-girafometre-arrive/`;
  await expect.poll(async () => (await fetch(address)).status, { timeout: 180_000 }).toBe(200);
  expect(await (await fetch(address)).text()).toContain('Das Giraffometer ist da');
  await page.goto(`${academy.origin}/fr/courses/?q=girafom%C3%A8tre`);
  await page.getByText('Le Girafomètre arrive').first().waitFor();
}, 300_000);
