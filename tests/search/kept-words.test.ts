import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWords } from '../../src/search/kept-words.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const found = (words: string) => async () => words;

test('words of a body are found once, until its file changes', async () => {
  const file = join(folder, 'kept/fr.json');
  const first = openWords(file);
  expect(await first.of('a', found('mot'))).toBe('mot');
  first.save();
  const second = openWords(file);
  expect(await second.of('a', found('not asked'))).toBe('mot');
  expect(await second.of('b', found('autre'))).toBe('autre');
});

test('what a build no longer asks for is forgotten once it asked for most', async () => {
  const file = join(folder, 'fr.json');
  const build = async (...digests: string[]) => {
    const words = openWords(file);
    const all = [];
    for (const digest of digests) all.push(await words.of(digest, found('new')));
    words.save();
    return all;
  };
  const first = openWords(file);
  for (const digest of ['a', 'b', 'c']) await first.of(digest, found('mot'));
  first.save();
  expect(await build('a', 'd')).toEqual(['mot', 'new']);
  expect(await build('b', 'c', 'd', 'e')).toEqual(['mot', 'mot', 'new', 'new']);
  expect(await build('a', 'b')).toEqual(['new', 'mot']);
});

test('words of a body with line breaks, quotes and letters of any script come back', async () => {
  const file = join(folder, 'fr.json');
  const text = 'Œuvre « d’art »\n"deux"\tмир';
  const first = openWords(file);
  await first.of('a', found(text));
  first.save();
  expect(await openWords(file).of('a', found('not asked'))).toBe(text);
});

test('without a file nothing is kept', async () => {
  const words = openWords(undefined);
  expect(await words.of('a', found('mot'))).toBe('mot');
  words.save();
});
