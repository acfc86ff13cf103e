import { expect, test } from 'vitest';
import type { ContentFile } from '../../src/loader/files.ts';
import {
  type EntryFiles,
  entriesWorthAThread,
  readEntries,
  readHere,
} from '../../src/loader/read-entries.ts';
import type { CollectionName } from '../../src/schema/collections.ts';
import { courseFile } from './folder.ts';

/** The files of a course; every seventh has a mistake, every fifth something to be healed. */
function entry(number: number, collection: CollectionName = 'courses'): EntryFiles {
  const slug = `cours-${number}`;
  const level = number % 7 === 0 ? 'level: leicht' : 'level: beginner';
  const text = courseFile(
    [level, `code: CODE-${number}`],
    number % 5 === 0 ? 'Un {texte.' : `Texte ${number}.`,
  );
  const file: ContentFile = {
    file: `courses/${slug}.fr.mdx`,
    collection,
    slug,
    locale: 'fr',
    text,
    digest: slug,
  };
  return { files: [file], digest: slug };
}

const many = Array.from({ length: entriesWorthAThread + 50 }, (_, number) => entry(number));

test('two threads find in many entries what one finds, in their order', async () => {
  const read = await readEntries(many);
  expect(read.map(({ entry }) => entry.slug)).toEqual(many.map(({ digest }) => digest));
  expect(read).toEqual(readHere(many));
  expect(read.filter(({ mistakes }) => mistakes.length > 0).length).toBeGreaterThan(50);
  expect(read.filter(({ notices }) => notices.length > 0).length).toBeGreaterThan(50);
});

test.each([
  ['the first', 0],
  ['the last', entriesWorthAThread + 49],
])('what goes wrong with %s of many entries is heard of, whichever thread has it', async (_, at) => {
  const broken = many.with(at, entry(at, 'nothing' as CollectionName));
  await expect(readEntries(broken)).rejects.toThrow(/undefined/);
});
