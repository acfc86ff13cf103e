import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { courseFile, writeContent } from '../loader/folder.ts';
import { copyProject, type StartedAcademy, startAcademy } from './cms-academy.ts';
import { deskOf } from './cms-forms.ts';

/** What somebody writes who wants courses to tell more: lines of the form, and their words. */
const lines = `
  room: optional(text({ max: 80 })),
  refreshment: optional(choice(['coffee', 'lunch'])),
  souvenir: translated(optional(text({ max: 80 }))),
  afterwards: translated(optional(longText())),`;

const words = {
  'cms.field.room': { fr: 'Salle de cours', de: 'Kursraum', lb: 'Coursraum', en: 'Classroom' },
  'cms.field.refreshment': { fr: 'Collation', de: 'Verpflegung', lb: 'Verfleegung', en: 'Refreshment' },
  'cms.option.refreshment.coffee': { fr: 'Café', de: 'Kaffee', lb: 'Kaffi', en: 'Coffee' },
  'cms.option.refreshment.lunch': { fr: 'Déjeuner', de: 'Mittagessen', lb: 'Mëttegiessen', en: 'Lunch' },
  'cms.field.souvenir': { fr: 'À emporter', de: 'Zum Mitnehmen', lb: 'Fir matzehuelen', en: 'To take away' },
  'cms.field.afterwards': { fr: 'Et ensuite', de: 'Und danach', lb: 'An duerno', en: 'And afterwards' },
} as const;

const content = {
  'topics/privacy.fr.yaml': 'title: Vie privée\nsummary: Données et personnes.\n',
  'courses/rgpd.fr.mdx': courseFile([
    'room: B 12',
    'refreshment: coffee',
    'souvenir: Un carnet',
    'afterwards: On se revoit.',
  ]),
  'courses/rgpd.de.mdx': [
    '---',
    'title: Ein Kurs',
    'summary: Was man lernt.',
    'objectives: [Wissen]',
    'souvenir: Ein Heft',
    'afterwards: Bis bald.',
    '---',
    '',
  ].join('\n'),
};

let academy: StartedAcademy;

beforeAll(async () => {
  academy = await startAcademy(projectWith(lines, words));
}, 300_000);

afterAll(() => academy?.close());

test('what was added shows on the page of the course and in the export, in each language', async () => {
  const texts = { fr: 'Un carnet', de: 'Ein Heft', lb: 'Un carnet', en: 'Un carnet' };
  for (const locale of locales) {
    const page = textOf(await get(`${locale}/courses/rgpd/`));
    for (const [key, said] of Object.entries(words).filter(([key]) => !key.endsWith('lunch')))
      expect(page, `${key} in ${locale}`).toContain(said[locale]);
    expect(page).toContain(`${words['cms.field.room'][locale]} B 12`);
    const [course] = JSON.parse(await get(`${locale}/courses.json`));
    expect(course).toMatchObject({ room: 'B 12', refreshment: 'coffee' });
    expect([page, course.souvenir]).toEqual([expect.stringContaining(texts[locale]), texts[locale]]);
  }
});

test.each([
  ['fr', 'fr-LU'],
  ['de', 'de-LU'],
  ['lb', 'lb-LU'],
  ['en', 'en-GB'],
] as const)('in %s the editor has a field for each', async (locale, browser) => {
  const page = await academy.logIn('Anne Muller', browser);
  await page.goto(`${academy.origin}/admin/#/collections/courses/entries/rgpd`);
  for (const [key, said] of Object.entries(words).filter(([key]) => key.startsWith('cms.field.'))) {
    const name = key.replace('cms.field.', '');
    await page.locator(`label[for^="${name}-field-"]`, { hasText: said[locale] }).first().waitFor();
  }
  await page.getByText(words['cms.option.refreshment.coffee'][locale], { exact: true }).first().waitFor();
});

test('what an editor writes there goes to the page and the export', async () => {
  const desk = deskOf(await academy.logIn('Anne Muller'), academy.origin);
  await desk.open('courses', 'rgpd');
  await desk.pick('refreshment', 'Déjeuner');
  await desk.write('souvenir', 'Un stylo');
  await desk.write('souvenir', 'Ein Stift', 1);
  await desk.save();
  await desk.setStatus('Prêt');
  await desk.publish();
  expect(academy.file('content/courses/rgpd.fr.mdx')).toMatch(/refreshment: lunch\nsouvenir: Un stylo\n/);
  await expect
    .poll(async () => textOf(await get('de/courses/rgpd/')), { timeout: 240_000, interval: 500 })
    .toContain('Ein Stift');
  const page = textOf(await get('fr/courses/rgpd/'));
  expect(page).toContain('Collation Déjeuner');
  expect(page).toContain('Un stylo');
  const [course] = JSON.parse(await get('fr/courses.json'));
  expect(course).toMatchObject({ refreshment: 'lunch', souvenir: 'Un stylo', room: 'B 12' });
}, 300_000);

/** A copy of this project’s sources with a small content, to whose course form and words something was added. */
function projectWith(added: string, keys: typeof words): string {
  const folder = copyProject();
  writeContent(join(folder, 'content'), content);
  change(join(folder, 'src/schema/course.ts'), (form) =>
    form.replace('export const course = record({', `$&${added}`),
  );
  for (const locale of locales) {
    change(join(folder, `src/i18n/strings/${locale}.json`), (text) => {
      const said = Object.entries(keys).map(([key, each]) => [key, each[locale]]);
      return JSON.stringify({ ...JSON.parse(text), ...Object.fromEntries(said) });
    });
  }
  return folder;
}

function change(file: string, rewrite: (text: string) => string): void {
  writeFileSync(file, rewrite(readFileSync(file, 'utf8')));
}

async function get(path: string): Promise<string> {
  return (await fetch(`${academy.origin}/${path}`)).text();
}

/** What can be read in a page, in one line. */
function textOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return main
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ');
}
