import { expect, test } from 'vitest';
import { isInPart, languagesOf, makesEditor, readPart } from '../../../src/commands/build-parts/part.ts';
import { locales } from '../../../src/i18n/locales.ts';

const addresses = locales.flatMap((locale) => [
  `${locale}/search-records.json`,
  ...Array.from({ length: 60 }, (_, number) => `${locale}/courses/course-${number}`),
]);
const all = [...addresses, '', '404', 'robots.txt', 'covers/a.svg', 'former/address'];

function partsOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({ number: index + 1, of: count }));
}

test('however many parts there are, each page is in one of them, and each language’s search where its records are', () => {
  for (let count = 1; count <= 9; count += 1) {
    const parts = partsOf(count);
    for (const address of all)
      expect(
        parts.filter((part) => isInPart(part, address)),
        `${address} of ${count}`,
      ).toHaveLength(1);
    expect(parts.flatMap(languagesOf).sort()).toEqual([...locales].sort());
    for (const part of parts)
      for (const locale of languagesOf(part))
        expect(isInPart(part, `${locale}/search-records.json`)).toBe(true);
    expect(parts.filter(makesEditor)).toHaveLength(1);
  }
});

test('up to as many parts as languages a language stays whole; with more its pages are shared out evenly', () => {
  const holding = (count: number, locale: string) =>
    partsOf(count)
      .map((part) => addresses.filter((one) => one.startsWith(`${locale}/c`) && isInPart(part, one)).length)
      .filter((pages) => pages > 0);
  for (const locale of locales) {
    expect(holding(3, locale)).toEqual([60]);
    for (const pages of holding(8, locale)) expect(pages).toBeGreaterThan(15);
  }
});

test('a part is named as “2/4”, and nothing else is one', () => {
  expect(readPart('2/4')).toEqual({ number: 2, of: 4 });
  for (const text of ['', '2', '0/4', '5/4', '2/0', 'a/b', '2/4/6'])
    expect(readPart(text), text).toBeUndefined();
});
