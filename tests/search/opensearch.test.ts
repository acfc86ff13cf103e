import { expect, test } from 'vitest';
import { openSearchDescription } from '../../src/search/opensearch.ts';

test('a browser learns how to search the site, whatever signs its name has', () => {
  const xml = openSearchDescription({
    locale: 'fr',
    name: 'Droit & données <État>',
    search: 'https://a.example/fr/courses/?q={searchTerms}',
    icon: 'https://a.example/favicon.png',
  });
  expect(xml).toContain('<Description>Droit &amp; données &lt;État></Description>');
  expect(xml).toContain('template="https://a.example/fr/courses/?q={searchTerms}"');
});

test('each language has a short name of its own, of sixteen signs at most', () => {
  const names = (['fr', 'de', 'lb', 'en'] as const).map((locale) => {
    const xml = openSearchDescription({ locale, name: 'Digital Academy', search: '', icon: '' });
    return /<ShortName>(.*)<\/ShortName>/.exec(xml)?.[1] ?? '';
  });
  expect(names).toEqual(['Digital FR', 'Digital DE', 'Digital LB', 'Digital EN']);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(16);
});
