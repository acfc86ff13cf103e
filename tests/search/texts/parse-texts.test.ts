import { close, createIndex } from 'pagefind';
import { afterAll, expect, test } from 'vitest';
import { type PagefindFile, readMeta, readWords, unpack } from '../../../src/search/texts/pagefind-files.ts';
import { parseTexts, type Text } from '../../../src/search/texts/parse-texts.ts';
import { TermList } from '../../../src/search/texts/term-list.ts';

const fields = ['keywords', 'summary', 'title'];

const french: readonly Text[] = [
  {
    content: "Bar foo_bar, l'école data.public.bar bar bar_bar\nbar ; bar_bar_bar – RGPDLoi RGPD",
    meta: { title: "foo_bar bar l'École", summary: 'x data.public.bar, e-learning', keywords: 'zut, zut' },
  },
  {
    content: 'été ete Été ÉTÉ étés etes (étés) « été » C++ c# .NET ASP.NET 1.000,50 10:30 et/ou 2026-11-29',
    meta: { title: 'étés ete' },
  },
  {
    content:
      'un\u00a0mot\u0085deux\u2028trois\ufeffquatre\u200bcinq ab\u00adcd &amp; <b>gras</b> 😀 x😀y 👩🏽‍🏫 a\u0301ge İstanbul ǅ',
    meta: { keywords: ' un  deux ', summary: '' },
  },
  { content: 'mot', meta: { title: 'seul' } },
];

const german: readonly Text[] = [
  {
    content:
      'Datenschutzgrundverordnung für Verwaltungsmitarbeiter·innen: Straße, STRASSE, Maß; „Größe“ Größen',
    meta: { title: 'Über die Datenschutz-Grundverordnung', keywords: 'DSGVO' },
  },
];

afterAll(() => close());

test.each([
  ['fr', french],
  ['de', german],
  ['lb', [...french, ...german]],
])('texts put together of their words are what Pagefind makes of the whole (%s)', async (language, texts) => {
  expect(await parsedTexts(texts, language)).toEqual(await wholeTexts(texts, language));
});

test('no letter or sign is taken otherwise than in a whole text, and none stops the build', async () => {
  const signs = Array.from({ length: 0x3100 }, (_, code) => String.fromCodePoint(code + 1));
  const content = signs.flatMap((sign) => [sign, `a${sign}b`, `${sign}mots`]).join(' ');
  const texts = [{ content, meta: { title: 'tous les signes' } }];
  expect(await parsedTexts(texts, 'fr')).toEqual(await wholeTexts(texts, 'fr'));
});

test('what Pagefind takes for a sign of its own is no word', async () => {
  const list = new TermList();
  const content = 'un ___PAGEFIND_WEIGHT___5 deux ____';
  const { parsed } = await parseTexts([{ content, meta: {} }], 'fr', fields, list);
  expect(parsed[0]?.words).toBe(3);
  expect([...(parsed[0]?.terms ?? [])].map((term) => list.wordOf(term))).toEqual(['____', 'deux', 'un']);
});

test('texts without words have no terms', async () => {
  const { parsed } = await parseTexts(
    [
      { content: '– ’', meta: {} },
      { content: '', meta: {} },
    ],
    'fr',
    fields,
    new TermList(),
  );
  expect(parsed.map(({ words, terms }) => [words, terms.length])).toEqual([
    [2, 0],
    [0, 0],
  ]);
});

/** What is put together of the words of each text. */
async function parsedTexts(texts: readonly Text[], language: string) {
  const list = new TermList();
  const { parsed } = await parseTexts(texts, language, fields, list);
  return parsed.map(({ words, terms, places, ends }) => ({
    words,
    terms: [...terms]
      .map((term, at) =>
        [list.wordOf(term), list.formOf(term), hex(places.subarray(ends[at - 1] ?? 0, ends[at]))].join(' '),
      )
      .sort(),
  }));
}

/** What Pagefind says of each text where it reads it from end to end. */
async function wholeTexts(texts: readonly Text[], language: string) {
  const { index } = await createIndex({ forceLanguage: language, includeCharacters: '+#.' });
  if (!index) throw new Error('Pagefind did not begin.');
  const everyField = {
    content: 'every field',
    meta: Object.fromEntries(fields.map((field) => [field, field])),
  };
  for (const [at, { content, meta }] of [everyField, ...texts].entries())
    await index.addCustomRecord({ url: `/${at}/`, language, content, meta: { ...meta } });
  const { files } = await index.getFiles();
  const file = (path: string) => files.find((one) => one.path === path) as PagefindFile;
  const { pages, chunks } = readMeta(
    unpack(files.find(({ path }) => path.endsWith('.pf_meta')) as PagefindFile),
  );
  const terms = pages.map((): string[] => []);
  for (const chunk of chunks)
    readWords(unpack(file(`index/${chunk}.pf_index`)), (word, form, page, places) =>
      terms[page]?.push([word, form, hex(places)].join(' ')),
    );
  const placeOf = new Map(
    pages.map(({ id }, page) => [
      JSON.parse(unpack(file(`fragment/${id}.pf_fragment`)).toString()).url,
      page,
    ]),
  );
  return texts.map((_text, at) => {
    const page = placeOf.get(`/${at + 1}/`) as number;
    return { words: pages[page]?.words, terms: terms[page]?.sort() };
  });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
