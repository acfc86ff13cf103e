import { expect, test } from 'vitest';
import { answer } from '../../../src/search/query/answer.ts';
import { plainFillers } from '../../../src/search/query/fillers.ts';
import { indexOfTexts, type TestEntry } from './index-of-texts.ts';

const entries: TestEntry[] = [
  { title: 'Protection des données personnelles', text: 'le règlement européen au quotidien' },
  { title: 'Publier des données ouvertes', text: 'jeux de données et licences' },
  { title: 'Écrire clairement', text: 'une lettre que chacun comprend' },
];
const fillers = plainFillers(['formation', 'des', 'la', 'de', 'le', 'au', 'une', 'que']);
const reply = (
  words: string,
  options: { isExact?: boolean; from?: TestEntry[]; knowsForms?: boolean; rare?: string[] } = {},
) =>
  answer(indexOfTexts(options.from ?? entries, { fillers, ...options }), {
    words,
    selection: {},
    sorting: 'relevance',
    isExact: options.isExact ?? false,
  });

test('words that say nothing do not keep anything from being found', async () => {
  expect(await reply('formation protection')).toMatchObject({ kind: 'plain', found: [entries[0]?.title] });
});

test('a misspelt word is mended as the catalogue writes it, and the reader is told', async () => {
  const { kind, words, found } = await reply('donées ouvertes');
  expect([kind, words, found[0]]).toEqual(['corrected', 'données ouvertes', entries[1]?.title]);
});

test('a reader who insists gets what was typed', async () => {
  expect(await reply('donées ouvertes', { isExact: true })).toMatchObject({
    kind: 'plain',
    words: 'donées ouvertes',
    found: [],
  });
});

test('where nothing holds all words, those are offered that hold the most telling ones', async () => {
  const { kind, found } = await reply('lettre européenne ouvertes licences');
  expect([kind, found[0]]).toEqual(['relaxed', entries[1]?.title]);
});

test('a query of fillers alone is searched for as it is', async () => {
  expect(await reply('des')).toMatchObject({ words: 'des' });
});

test('words like nothing in the catalogue find nothing, and say so', async () => {
  expect(await reply('girafe')).toMatchObject({ kind: 'near', words: 'girafe', found: [] });
});

test('the entry that bears the very title comes first, whatever else holds its words', async () => {
  const from: TestEntry[] = [
    { title: 'Parcours du DPO en administration', kind: 'path', text: 'dpo dpo dpo' },
    { title: 'DPO', text: 'réseau' },
  ];
  expect((await reply('dpo', { from })).found[0]).toBe('DPO');
});

test('an entry is found by the other names it bears', async () => {
  const from: TestEntry[] = [
    ...entries,
    { title: 'Réagir à un incident', others: ['CSIRT', 'Incident response'] },
  ];
  expect((await reply('csirt', { from })).found).toEqual(['Réagir à un incident']);
});

test('a session comes after its course, unless its day or place is asked for', async () => {
  const from: TestEntry[] = [
    { title: 'Langage clair 15 mars Esch', kind: 'session' },
    { title: 'Langage clair' },
  ];
  expect((await reply('langage clair', { from })).found[0]).toBe('Langage clair');
  expect((await reply('langage clair mars', { from })).found[0]).toBe('Langage clair 15 mars Esch');
});

test('where the index knows no forms of words, one form finds another', async () => {
  const from: TestEntry[] = [{ title: 'Iwwersiicht', text: 'dossieren an daten' }];
  expect((await reply('dossiere date', { from, knowsForms: false })).found).toEqual(['Iwwersiicht']);
});

test('words run together are read apart, and words written apart as one', async () => {
  expect((await reply('donneesouvertes')).found[0]).toBe(entries[1]?.title);
  const from: TestEntry[] = [{ title: 'Cybersécurité au bureau' }, { title: 'Réseau cyber' }];
  expect((await reply('cyber securite', { from })).found[0]).toBe('Cybersécurité au bureau');
});

test('a German word typed without its dots is the same word, and nothing is said of it', async () => {
  const from: TestEntry[] = [{ title: 'Künstliche Intelligenz' }, { title: 'Klar schreiben' }];
  expect(await reply('kuenstliche', { from })).toEqual({
    kind: 'plain',
    words: 'kuenstliche',
    marked: 'kuenstliche künstliche',
    found: ['Künstliche Intelligenz'],
  });
});

test('a long unknown word is not read as small words around a short one', async () => {
  const from: TestEntry[] = [{ title: 'Pauses', text: 'aires' }, { title: 'Moyens du bord' }];
  const { words, found } = await answer(indexOfTexts(from, { fillers: plainFillers(['aux', 'il', 'i']) }), {
    words: 'moyens auxiliaires',
    selection: {},
    sorting: 'relevance',
    isExact: false,
  });
  expect([words, found]).toEqual(['moyens', ['Moyens du bord']]);
});

test('a filler alone is not taken for a slip of another word', async () => {
  expect((await reply('formation', { from: [{ title: 'Formations' }, { title: 'Fonctions' }] })).kind).toBe(
    'plain',
  );
  expect((await reply('formation', { from: [{ title: 'Formatian' }] })).kind).not.toBe('corrected');
});

test('the reader is told the words as they were typed, not the forms that were found', async () => {
  const { kind, words } = await reply('lettres européens girafe');
  expect([kind, words]).toEqual(['relaxed', 'lettres européens']);
});

test('a page about the site comes after what is offered, where both answer alike', async () => {
  const from: TestEntry[] = [
    { title: 'Accessibilité', kind: 'page' },
    { title: 'Accessibilité', kind: 'topic', text: 'thème' },
  ];
  const { found } = await answer(
    { ...indexOfTexts(from), show: (places) => places.map((place) => from[place]?.kind) },
    { words: 'accessibilité', selection: {}, sorting: 'relevance', isExact: false },
  );
  expect(found).toEqual(['topic', 'page']);
});

test('a rare word is not taken for a slip of a common one', async () => {
  const from: TestEntry[] = [{ title: 'Kostenrechnung' }, { title: 'Haushalt', others: [], text: 'x' }];
  expect((await reply('rostenrechnung', { from })).kind).toBe('corrected');
  expect((await reply('rostenrechnung', { from, rare: ['rostenrechnung'] })).kind).not.toBe('corrected');
});

test('the beginning of a word is looked for in texts where names do not fill a page with it, or from the fourth letter on', async () => {
  const named = Array.from({ length: 12 }, (_, at): TestEntry => ({ title: `Comptabilité ${at}` }));
  const from: TestEntry[] = [...named, { title: 'Jardin', text: 'compost' }];
  const few = from.slice(9);
  const titles = async (words: string, entries: TestEntry[]) => (await reply(words, { from: entries })).found;
  expect(await titles('com', from)).not.toContain('Jardin');
  expect(await titles('comp', from)).toContain('Jardin');
  expect(await titles('com', few)).toContain('Jardin');
  expect((await reply('com', { from })).kind).toBe('plain');
});

test('only words that tell something are marked where they are found', async () => {
  expect((await reply('formation des données')).marked.trim()).toBe('données données');
});
