import { close } from 'pagefind';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPagefind } from '../../../src/commands/bench-search/pagefind-in-node.ts';
import { indexFiles } from '../../../src/search/index-files.ts';
import { indexOver, pagefindOptions } from '../../../src/search/query/pagefind-index.ts';
import type { TextIndex } from '../../../src/search/query/text-scores.ts';
import { parseTexts } from '../../../src/search/texts/parse-texts.ts';
import { textIndex } from '../../../src/search/texts/text-index.ts';
import { emptyStore } from '../../../src/search/texts/text-store.ts';
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

afterAll(() => close());

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
