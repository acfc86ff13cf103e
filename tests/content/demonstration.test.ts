import { beforeAll, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { formatMistakes } from '../../src/loader/check.ts';
import { type LoadedContent, loadContent } from '../../src/loader/load.ts';
import type { LoadedEntry } from '../../src/loader/read-entry.ts';
import type { CollectionName } from '../../src/schema/collections.ts';

let content: LoadedContent;

beforeAll(async () => {
  content = await loadContent('content', 'public');
});

test('every file of the content is right', () => {
  expect(formatMistakes(content.mistakes, 'content', 'en')).toBe('');
});

test('the academy offers enough to look real', () => {
  const least = {
    courses: 30,
    sessions: 60,
    modules: 10,
    paths: 5,
    topics: 8,
    people: 12,
    venues: 4,
    news: 8,
  };
  for (const [name, count] of Object.entries(least))
    expect(entriesOf(name as CollectionName).length, name).toBeGreaterThanOrEqual(count);
});

test('courses, modules, paths and news can be read in French and German throughout', () => {
  const untranslated = proseEntries().filter(({ texts }) => !texts.fr || !texts.de);
  expect(untranslated.map(({ collection, slug }) => `${collection}/${slug}`)).toEqual([]);
});

test('at least half of the courses, modules, paths and news can be read in Luxembourgish and in English', () => {
  const all = proseEntries();
  for (const locale of ['lb', 'en'] as const)
    expect(all.filter(({ texts }) => texts[locale]).length / all.length, locale).toBeGreaterThanOrEqual(0.5);
});

test('every word of the glossary and every page for the public can be read in four languages', () => {
  // The page for editors is written in the languages of the editors’ handbook.
  const forAll = [...entriesOf('glossary'), ...entriesOf('pages').filter(({ slug }) => slug !== 'editors')];
  const missing = forAll.flatMap(({ collection, slug, texts }) =>
    locales.filter((locale) => !texts[locale]).map((locale) => `${collection}/${slug} ${locale}`),
  );
  expect(forAll.length).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});

test('courses cover every modality and level', () => {
  const courses = entriesOf('courses').map(({ facts }) => facts as { modality: string; level: string });
  expect(new Set(courses.map(({ modality }) => modality)).size).toBe(4);
  expect(new Set(courses.map(({ level }) => level)).size).toBeGreaterThanOrEqual(4);
});

function proseEntries(): LoadedEntry[] {
  return (['courses', 'modules', 'paths', 'news'] as const).flatMap(entriesOf);
}

function entriesOf(name: CollectionName): LoadedEntry[] {
  return content.entries.filter(({ collection }) => collection === name);
}
