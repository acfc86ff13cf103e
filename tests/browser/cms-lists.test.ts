import { load } from 'js-yaml';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OccasionFacts, occasionOf } from '../../src/catalogue/occasions.ts';
import { editorWords } from '../../src/cms/words.ts';
import { locales } from '../../src/i18n/locales.ts';
import { collectionNames } from '../../src/schema/collections.ts';
import { type EditedAcademy, openAcademy } from './cms-academy.ts';
import { deskOf } from './cms-forms.ts';
import { type EntryInFiles, expectedList } from './listed-entries.ts';

const words = editorWords('fr');

let academy: EditedAcademy;
beforeAll(async () => {
  academy = await openAcademy();
});

afterAll(() => academy?.close());

const listLinks = 'main a[href*="/entries/"]';

/** Of the values of one field the first and the last, which speak for all. */
const ends = (labels: string[]) => {
  const isMissing = (label: string) =>
    locales.some((locale) => words.t(`cms.filter.missing.${locale}`) === label);
  const fields = Map.groupBy(labels, (label) => (isMissing(label) ? 'missing' : label.split(' › ')[0]));
  return [...fields.values()].flatMap((values) => [...new Set([values[0], values.at(-1)])]).map(String);
};

const all = (labels: string[]) => labels;

/** What an editor does over a list. */
const listOn = (page: Page) => ({
  /** The slugs of what the list shows, by the headings they stand under: by none where it is not divided. */
  shown: () =>
    page.locator('main').evaluate((main, links) => {
      const groups: Record<string, string[]> = {};
      let heading = '';
      for (const element of main.querySelectorAll(`h2:not(a *), ${links}`)) {
        if (element.tagName === 'H2') heading = element.textContent ?? '';
        else
          groups[heading] = [
            ...(groups[heading] ?? []),
            element.getAttribute('href')?.split('/').at(-1) ?? '',
          ];
      }
      return groups;
    }, listLinks),
  /** Opens a menu, if the list has it, does something with each of its words, and closes it. */
  async inMenu(name: RegExp, few: (labels: string[]) => string[], use: (label: string) => Promise<void>) {
    const button = page.getByRole('button', { name });
    if (!(await button.isVisible())) return;
    await button.click();
    for (const label of few(await page.getByRole('menuitem').allTextContents())) await use(label);
    await page.keyboard.press('Escape');
  },
  /** A pointer would wait until the menu is still. */
  press: (label: string) => page.getByRole('menuitem', { name: label, exact: true }).dispatchEvent('click'),
});

test('each list is filtered, divided and sorted as its menus say', { timeout: 180_000 }, async () => {
  academy.git('rm', '-q', 'content/courses/langage-clair.de.mdx');
  academy.git('commit', '-q', '-m', 'Take a translation away');
  const desk = deskOf(await academy.logIn('Anne Muller'), academy.origin);
  const { page } = desk;
  await desk.open('courses', 'langage-clair');
  await expect.poll(() => page.locator('[id^="title-field-"]').first().inputValue()).not.toBe('');
  await desk.write('summary', 'Un brouillon.');
  await desk.save();
  const { shown, inMenu, press } = listOn(page);
  const listed = async () => Object.values(await shown()).flat();
  const sorted = async () => (await listed()).sort();
  for (const collection of collectionNames) {
    const list = expectedList(academy.root, collection, words, ['courses/langage-clair']);
    const slugs = (entries: readonly EntryInFiles[]) => entries.map(({ slug }) => slug).sort();
    const polled = (label: string) => ({ interval: 20, timeout: 10_000, message: `${collection}: ${label}` });
    await page.goto(`${academy.origin}/admin/#/collections/${collection}`);
    await expect.poll(sorted, polled('all')).toEqual(slugs(list.entries));
    if (list.isByDay) {
      const day = words.label([collection, 'date']);
      const newestFirst = list.ascending(day).toReversed();
      await expect.poll(async () => list.valuesOf(day, await listed()), polled(day)).toEqual(newestFirst);
    }

    await inMenu(/^Filtrer/, collection === 'sessions' ? all : ends, async (label) => {
      await press(label);
      const named = list.entries.filter((entry) => list.isNamed(label, entry));
      await expect.poll(sorted, polled(label)).toEqual(slugs(named));
      await press(label);
    });
    await inMenu(/^Grouper/, all, async (label) => {
      await press(label);
      const groups = Map.groupBy(list.entries, (entry) => list.heading(label, entry));
      const expected = [...groups].map(([heading, entries]) => [heading, slugs(entries)]);
      const divided = async () =>
        Object.entries(await shown()).map(([heading, group]) => [heading, group.sort()]);
      await expect.poll(async () => (await divided()).sort(), polled(label)).toEqual(expected.sort());
      await press(label);
    });
    await inMenu(/^Trier/, all, async (label) => {
      const order = async () => list.valuesOf(label, await listed());
      await press(label);
      await expect.poll(order, polled(label)).toEqual(list.ascending(label));
    });
  }
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
    await desk.addItem('séance');
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
