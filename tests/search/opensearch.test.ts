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
