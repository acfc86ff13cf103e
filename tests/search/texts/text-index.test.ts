import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { openPagefind } from '../../../src/commands/bench-search/pagefind-in-node.ts';
import { chanceOf } from '../../../src/commands/make-content/chance.ts';
import { indexFiles } from '../../../src/search/index-files.ts';
import { indexOver, pagefindOptions } from '../../../src/search/query/pagefind-index.ts';
import type { TextIndex } from '../../../src/search/query/text-scores.ts';
import { chunksOf } from '../../../src/search/texts/chunks.ts';
import { parseTexts } from '../../../src/search/texts/parse-texts.ts';
import type { ParsedText } from '../../../src/search/texts/parsed-text.ts';
import { textIndex } from '../../../src/search/texts/text-index.ts';
import { emptyStore, keyOf, openTextStore, type TextStore } from '../../../src/search/texts/text-store.ts';
import { recordOf } from '../record.ts';

const records = [
  ['C++ pour débuter', 'On y apprend la mémoire et les pointeurs.'],
  ['C# au bureau', 'La protection des données à l’école.'],
  ['Écrire en .NET', 'Trois élèves apprennent à protéger un données.'],
  ['Le langage C', 'Rien que des lettres.'],
].map(([title = '', text = ''], at) =>
  recordOf({ slug: `course-${at}`, title, text, keywords: at === 3 ? ['programmation'] : [], hours: 1 }),
);

let index: TextIndex;

beforeAll(async () => {
  const files = await indexFiles(records, 'fr');
  index = indexOver(await openPagefind(files, 'fr', pagefindOptions), 'fr');
});

async function found(words: string): Promise<string[]> {
  return (await index.ask(words)).map(({ id }) => records[Number(id)]?.title ?? '').sort();
}

test.each([
  ['c++', ['C++ pour débuter']],
  ['c#', ['C# au bureau']],
  ['.net', ['Écrire en .NET']],
  ['apprendre', ['C++ pour débuter']],
  ['protég', ['Écrire en .NET']],
  ['eleve', ['Écrire en .NET']],
  ['élève', ['Écrire en .NET']],
  ['programmation', ['Le langage C']],
  ['giraffe', []],
])('Pagefind’s own search finds “%s” in an index put together here', async (words, titles) => {
  expect(await found(words)).toEqual(titles);
});

test('texts that were parsed apart make the same index as texts parsed together', async () => {
  const fields = ['keywords', 'title'];
  const texts = ['un jardin', 'deux jardins fleuris', 'des étés'].map((content, at) => ({
    content,
    meta: at === 1 ? { title: 'Mémoire' } : { title: 'Été', keywords: 'jardinage' },
  }));
  const filesOf = async (batches: readonly (typeof texts)[]) => {
    const store = emptyStore();
    const parsed = [];
    for (const batch of batches) parsed.push(...(await parseTexts(batch, 'fr', fields, store.terms)).parsed);
    return textIndex(parsed, fields, '1', store);
  };
  expect(await filesOf(texts.map((text) => [text]))).toEqual(await filesOf([texts]));
});

test('after any edits an index that goes on from the former one is, byte for byte, one made anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const chance = chanceOf(7);
  // Texts of few first letters: an edit of one touches few chunks.
  const aText = (letter = chance.oneOf([...'abcdefgh'])) => {
    const words = Array.from({ length: 60 }, () => `${letter}mot${chance.between(1, 300)}`);
    return { content: words.join(' '), meta: {} };
  };
  const texts = Array.from({ length: 300 }, () => aText());
  const place = () => chance.between(0, texts.length - 1);
  const edits: Readonly<Record<string, () => void>> = {
    'change one': () => texts.splice(place(), 1, aText()),
    'a word after the last of a chunk': () => texts.splice(20, 1, { content: 'amot99999', meta: {} }),
    'without it': () => texts.splice(20, 1, aText('c')),
    'a new last word': () => texts.splice(30, 1, { content: 'hmot99999', meta: {} }),
    'without that': () => texts.splice(30, 1, aText('b')),
    'change the order': () => texts.push(...texts.splice(290, 2)),
    'as another': () => texts.splice(3, 1, texts[8] as ReturnType<typeof aText>),
    'add one': () => texts.push(aText()),
    'remove one': () => texts.splice(place(), 1),
    nothing: () => undefined,
  };
  const filesOf = async (store: TextStore) => {
    const keys = texts.map((text) => keyOf(JSON.stringify(text)));
    const unknown = texts.filter((_, at) => !store.parsed(keys[at] as string));
    const { parsed } = await parseTexts(unknown, 'fr', [], store.terms);
    for (const [at, text] of unknown.entries())
      store.keepParsed(keyOf(JSON.stringify(text)), parsed[at] as ParsedText);
    const all = keys.map((key, at) => store.parsed(key) ?? (parsed[at] as ParsedText));
    const found = chunksOf(all, store.terms, store.index);
    return {
      files: await textIndex(all, [], '1', store),
      again: found.filter((chunk) => 'key' in chunk).length,
      all: found.length,
    };
  };
  const asText = (files: ReadonlyMap<string, Uint8Array>) =>
    [...files].map(([path, content]) => `${path} ${Buffer.from(content).toString('base64')}`);
  const file = join(folder, 'store');
  const again = new Map<string, number>();
  for (const [edit, change] of [...Object.entries(edits), ...Object.entries(edits).reverse()]) {
    change();
    const store = openTextStore(file);
    const made = await filesOf(store);
    store.save();
    expect(asText(made.files), edit).toEqual(asText((await filesOf(emptyStore())).files));
    again.set(edit, made.again / made.all);
  }
  expect(again.get('nothing')).toBe(1);
  for (const edit of ['change one', 'a new last word', 'as another'])
    expect(again.get(edit), edit).toBeGreaterThan(0.3);
});
