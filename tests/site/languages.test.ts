import { beforeAll, expect, test } from 'vitest';
import { isLocale } from '../../src/i18n/locales.ts';
import { type Lexicon, readLexicon } from './languages/lexicon.ts';
import { spokenTextsOf } from './languages/texts.ts';
import { readPages, siteFolder } from './pages.ts';

let lexicon: Lexicon;

beforeAll(async () => {
  lexicon = await readLexicon();
});

test('the lexicon knows a sentence of each language, and leaves names and loans alone', () => {
  expect(lexicon.otherThan('de', 'Les données à caractère personnel dans une commune')).toBe('fr');
  expect(lexicon.otherThan('fr', 'Was Sie über personenbezogene Daten wissen sollten')).toBe('de');
  expect(lexicon.otherThan('de', 'Wat een iwwer perséinlech Donnéeë wësse soll')).toBe('lb');
  expect(lexicon.otherThan('lb', 'What you should know about personal data')).toBe('en');
  expect(lexicon.otherThan('de', 'Das Digital Leadership Program des INAP in Luxemburg')).toBeUndefined();
});

test('a text in another language than what stands around it is marked, on every page', () => {
  const pages = readPages(siteFolder()).filter(({ address }) => address !== '/admin/');
  const found = pages.flatMap(({ address, html }) =>
    spokenTextsOf(html).flatMap(({ language, text }) => {
      const [marked = ''] = language.split('-');
      const other = isLocale(marked) ? lexicon.otherThan(marked, text) : 'no known language';
      return other ? [`${address}: marked ${language}, but ${other}: ${text.slice(0, 200)}`] : [];
    }),
  );
  expect(pages.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
