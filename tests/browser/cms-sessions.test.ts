import { load } from 'js-yaml';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OccasionFacts, occasionOf } from '../../src/catalogue/occasions.ts';
import { type EditedAcademy, openAcademy } from './cms-academy.ts';
import { deskOf } from './cms-forms.ts';

let academy: EditedAcademy;

beforeAll(async () => {
  academy = await openAcademy();
});

afterAll(() => academy?.close());

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
