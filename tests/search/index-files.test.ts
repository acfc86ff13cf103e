import { beforeAll, expect, test } from 'vitest';
import { ours, type System } from '../../src/commands/bench-search/systems.ts';
import { indexFiles } from '../../src/search/index-files.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import { recordOf } from './record.ts';

const record = (slug: string, title: string, own: Partial<SearchRecord> = {}) =>
  recordOf({ slug, url: `/fr/${slug}/`, title, keywords: own.others ?? [], ...own });

/** More courses with more names than one file of titles holds. */
const many = Array.from({ length: 700 }, (_, number) =>
  record(`n-${number}`, `Atelier numéro ${number}`, {
    others: ['Übungsraum', 'Training room', 'Übungssall'].map(
      (name) => `${name} mit vielen Wörtern ${number} und noch einigen dazu`,
    ),
  }),
);
const entries = [
  record('c', 'Programmer en C', { text: 'Les bases.' }),
  record('cpp', 'Programmer en C++'),
  record('csharp', 'Programmer en C#'),
  record('net', 'Créer avec .NET'),
  record('rgpd', 'Données personnelles', { others: ['Datenschutz', 'Data protection', 'RGPD'] }),
  record('deux', 'Apprendre à deux', {
    text: 'Un cybermodule‑apprentissage, un bloc–formation, chaque agent·e, data.public.lu.',
  }),
];
let few: System;
let full: System;

beforeAll(async () => {
  const identified = (records: SearchRecord[]) => records.map((one) => ({ id: one.slug, record: one }));
  few = await ours(identified(entries), 'fr');
  full = await ours(identified([...entries, ...many]), 'fr');
}, 60_000);
const firstOf = async (system: System, words: string) => (await system(words))[0];

test('the index tells C, C++, C# and .NET apart', async () => {
  expect(await firstOf(few, 'programmer c')).toBe('c');
  expect(await firstOf(few, 'c++')).toBe('cpp');
  expect(await firstOf(few, 'C#')).toBe('csharp');
  expect(await firstOf(few, '.net')).toBe('net');
});

test('dashes and points between letters glue no words', async () => {
  for (const words of ['apprentissage', 'formation bloc', 'agente', 'data.public.lu', 'public']) {
    expect([words, await firstOf(few, words)]).toEqual([words, 'deux']);
  }
});

test.each(['Datenschutz', 'dateschutz', 'RGPD', 'data protecton'])(
  'in a large catalogue “%s” still finds what bears this name in another language',
  async (words) => {
    expect(await firstOf(full, words)).toBe('rgpd');
  },
);

test('the same records make the same files, without interfaces of Pagefind', async () => {
  const [one, two] = [await indexFiles(entries, 'fr'), await indexFiles(entries, 'fr')];
  expect([...one.keys()]).toEqual([...two.keys()]);
  expect([...one.keys()].filter((path) => path.startsWith('pagefind-ui'))).toEqual([]);
  for (const [path, content] of one)
    expect([path, Buffer.compare(content, two.get(path) ?? Buffer.of())]).toEqual([path, 0]);
});

test('what a result shows of an entry, and its text, are files by its place among the titles', async () => {
  const files = await indexFiles([record('a', 'A', { text: 'L’essai' }), record('b', 'B')], 'fr');
  const read = (path: string) => JSON.parse(Buffer.from(files.get(path) ?? '').toString());
  expect(read('cards/0.json')).toEqual({ url: '/fr/a/', summary: '' });
  expect(read('texts/0.json')).toBe('L’essai');
  expect([...files.keys()].filter((path) => path.includes('fragment'))).toEqual([]);
});
