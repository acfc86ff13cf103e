import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OccasionFacts, occasionOf } from '../../src/catalogue/occasions.ts';
import { isComing, sessionStates } from '../../src/catalogue/session-state.ts';
import { editorWords } from '../../src/cms/words.ts';
import { locales } from '../../src/i18n/locales.ts';
import { partsOf } from '../../src/loader/front-matter.ts';
import { type EditedAcademy, openAcademy } from './cms-academy.ts';
import { deskOf } from './cms-forms.ts';

let academy: EditedAcademy;

beforeAll(async () => {
  academy = await openAcademy();
});

afterAll(() => academy?.close());

/** What is in the French file of each entry, by its slug. */
const entriesOf = (collection: string) => {
  const folder = join(academy.root, 'content', collection);
  const files = readdirSync(folder);
  return files
    .filter((file) => /\.fr\.\w+$/.test(file))
    .map((file) => {
      const [slug = '', , extension] = file.split('.');
      const { yaml } = partsOf(extension as 'mdx' | 'yaml', readFileSync(join(folder, file), 'utf8'));
      const languages = files.filter((each) => each.startsWith(`${slug}.`)).map((each) => each.split('.')[1]);
      return { slug, languages, facts: load(yaml) as Readonly<Record<string, unknown>> };
    });
};

type Listed = ReturnType<typeof entriesOf>[number];

test('each filter of a list shows the entries that it names, and the list is put in order by day', {
  timeout: 180_000,
}, async () => {
  academy.git('rm', '-q', 'content/courses/langage-clair.de.mdx');
  academy.git('commit', '-q', '-m', 'Take a translation away');
  const desk = deskOf(await academy.logIn('Anne Muller'), academy.origin);
  const { page } = desk;
  await desk.open('courses', 'langage-clair');
  await expect.poll(() => page.locator('[id^="title-field-"]').first().inputValue()).not.toBe('');
  await desk.write('summary', 'Un brouillon.');
  await desk.save();
  const words = editorWords('fr');
  const topics = Object.fromEntries(entriesOf('topics').map(({ slug, facts }) => [facts['title'], slug]));
  const today = new Date().toISOString().slice(0, 10);
  const stateOf = ({ facts }: Listed) =>
    occasionOf(facts as unknown as OccasionFacts, Date.now(), 'Europe/Luxembourg').state;
  const isNamed = (label: string, entry: Listed): boolean => {
    const { slug, facts, languages } = entry;
    const [field = '', value] = label.split(' › ');
    const state = sessionStates.find((each) => words.t(`options.state.${each}`) === label);
    const missing = locales.find((each) => words.t(`cms.filter.missing.${each}`) === label);
    if (state) return stateOf(entry) === state;
    if (missing) return !languages.includes(missing);
    if (value) {
      if (field === words.label(['courses', 'topics']))
        return (facts['topics'] as string[]).includes(topics[value] ?? '');
      const name = field === words.label(['courses', 'level']) ? 'level' : 'modality';
      return words.option(['courses', name], String(facts[name])) === value;
    }
    const others: Readonly<Record<string, boolean>> = {
      [words.t('cms.filter.archived')]: facts['archived'] === true,
      [words.t('cms.filter.featured')]: facts['featured'] === true,
      [words.t('cms.filter.scheduled')]: String(facts['publishOn'] ?? '') > today,
      [words.t('cms.filter.withdrawn')]: String(facts['unpublishOn'] ?? '9999') <= today,
      [words.t('cms.filter.draft')]: slug === 'langage-clair',
      [words.t('cms.filter.coming')]: 'meetings' in facts && isComing(stateOf(entry)),
    };
    if (!(label in others)) throw new Error(`Say in this test what “${label}” names.`);
    return others[label] === true;
  };
  const listed = () =>
    page
      .locator('main a[href*="/entries/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''));
  const sorted = async () => (await listed()).sort();
  for (const collection of ['courses', 'sessions']) {
    const entries = entriesOf(collection);
    await page.goto(`${academy.origin}/admin/#/collections/${collection}`);
    await expect.poll(sorted).toEqual(entries.map(({ slug }) => slug).sort());
    await page.getByRole('button', { name: /^Filtrer/ }).click();
    const labels = await page.getByRole('menuitem').allTextContents();
    expect(labels.length).toBeGreaterThan(10);
    for (const label of labels) {
      const filter = page.getByRole('menuitem', { name: label, exact: true });
      await filter.click();
      const named = entries.filter((entry) => isNamed(label, entry)).map(({ slug }) => slug);
      await expect.poll(sorted, { message: label }).toEqual(named.sort());
      await filter.click();
    }
    await page.keyboard.press('Escape');
  }

  const days = new Map(
    entriesOf('sessions').map(({ slug, facts }) => [
      slug,
      (facts as unknown as OccasionFacts).meetings[0]?.date,
    ]),
  );
  const shownDays = async () => (await listed()).map((slug) => String(days.get(slug)));
  await page.goto('about:blank');
  await page.goto(`${academy.origin}/admin/#/collections/sessions`);
  const ascending = [...days.values()].map(String).sort();
  // The newest stand first; a press on the day puts them as they are named, another one the oldest first.
  await expect.poll(shownDays).toEqual(ascending.toReversed());
  const sortByDay = async () => {
    await page.getByRole('button', { name: /^Trier/ }).click();
    await page.getByRole('menuitem', { name: words.label(['sessions', 'date']), exact: true }).click();
  };
  await sortByDay();
  await expect.poll(shownDays).not.toEqual(ascending.toReversed());
  await sortByDay();
  await expect.poll(shownDays).toEqual(ascending);
});

test('days and times are typed into the browser’s own fields, and mean those of Luxembourg wherever the editor is', async () => {
  const page = await academy.logIn('Anne Muller');
  const abroad = await page.context().newCDPSession(page);
  await abroad.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' });
  const desk = deskOf(page, academy.origin);
  const field = (name: string, place = 0) => page.locator(`[id^="${name}-field-"]`).nth(place);
  // In every order of day and month the same: which one a browser asks for, its own language says.
  const [winter, summer] = ['12122028', '07072029'];
  const type = async (input: Locator, ...parts: string[]) => {
    await input.focus();
    for (const [place, part] of parts.entries()) {
      if (place > 0) await page.keyboard.press('ArrowRight');
      await page.keyboard.type(part);
    }
  };
  await desk.open('sessions');
  await desk.choose('course', 'Écrire en langage clair');
  await desk.choose('venue', 'Forum d’Esch (exemple)');
  for (const [place, day] of [winter, summer].entries()) {
    await desk.addItem('séances');
    await type(field('date', place), day);
    await type(field('start', place), '0900am');
    await type(field('end', place), '1230pm');
  }
  await type(field('enrolmentCloses'), winter.replace(/8$/, '7'), '1200pm');
  await desk.save();

  const [, , slug = ''] = /#\/collections\/(\w+)\/entries\/([\w-]+)/.exec(page.url()) ?? [];
  const text = academy.file(`content/sessions/${slug}.fr.yaml`, `cms/sessions/${slug}`) ?? '';
  const facts = load(text) as OccasionFacts;
  expect(facts).toMatchObject({
    meetings: [
      { date: '2028-12-12', start: '09:00', end: '12:30' },
      { date: '2029-07-07', start: '09:00', end: '12:30' },
    ],
    enrolmentCloses: '2027-12-12T12:00',
  });
  const { times } = occasionOf(facts, 0, 'Europe/Luxembourg');
  expect(
    [...times.meetings.flat(), times.closes ?? 0].map((instant) => new Date(instant).toISOString()),
  ).toEqual([
    '2028-12-12T08:00:00.000Z',
    '2028-12-12T11:30:00.000Z',
    '2029-07-07T07:00:00.000Z',
    '2029-07-07T10:30:00.000Z',
    '2027-12-12T11:00:00.000Z',
  ]);

  await desk.open('sessions', slug);
  await page.getByRole('button', { name: 'Déplier' }).first().click();
  const shown = async (name: string, places: readonly number[] = [0, 1]) =>
    Promise.all(places.map((place) => field(name, place).inputValue()));
  await expect.poll(() => shown('date')).toEqual(['2028-12-12', '2029-07-07']);
  expect(await shown('start')).toEqual(['09:00', '09:00']);
  expect(await shown('end')).toEqual(['12:30', '12:30']);
  expect(await shown('enrolmentCloses', [0])).toEqual(['2027-12-12T12:00']);
});
