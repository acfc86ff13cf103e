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
  const first = await openWords(file);
  expect(await first.of('a', found('mot'))).toBe('mot');
  await first.save();
  const second = await openWords(file);
  expect(await second.of('a', found('not asked'))).toBe('mot');
  expect(await second.of('b', found('autre'))).toBe('autre');
});

test('what a build no longer asks for is forgotten', async () => {
  const file = join(folder, 'fr.json');
  const first = await openWords(file);
  await first.of('a', found('mot'));
  await first.save();
  await (await openWords(file)).save();
  expect(await (await openWords(file)).of('a', found('new'))).toBe('new');
});

test('without a file nothing is kept', async () => {
  const words = await openWords(undefined);
  expect(await words.of('a', found('mot'))).toBe('mot');
  await words.save();
});
