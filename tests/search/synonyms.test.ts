import { expect, test } from 'vitest';
import { synonymsFor } from '../../src/search/synonyms.ts';

const groups = [
  { facts: { title: 'RGPD', terms: ['GDPR', 'protection des données'] } },
  { facts: { title: 'Acte', terms: ['Akte'], languages: ['fr' as const] } },
];

test('what is called by one term of a group is found by the others', () => {
  expect(synonymsFor('fr', groups)(['Protection des données : les bases'])).toEqual([
    'RGPD',
    'GDPR',
    'protection des données',
  ]);
});

test('another form of a term counts, half of a term does not', () => {
  expect(synonymsFor('fr', groups)(['Les protections des données'])).toContain('GDPR');
  expect(synonymsFor('fr', groups)(['La protection civile'])).toEqual([]);
});

test('a term that is a name already is not repeated', () => {
  expect(synonymsFor('fr', groups)(['GDPR'])).not.toContain('GDPR');
});

test('a group of some languages does not reach the others', () => {
  expect(synonymsFor('fr', groups)(['Acte'])).toEqual(['Akte']);
  expect(synonymsFor('de', groups)(['Acte'])).toEqual([]);
});
