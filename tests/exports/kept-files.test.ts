import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptFile, openKeptFiles } from '../../src/exports/kept-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lays one file made of `source` and of the style; what was laid, and how often it was made. */
function lay(source: string, style: string, isUsed = true) {
  let times = 0;
  const files = openKeptFiles(join(folder, 'kept'), () => Buffer.from(style));
  const target = join(folder, 'target');
  if (isUsed)
    files.lay(target, source, (read) => {
      times++;
      return source + Buffer.from(read('style.css') ?? '').toString();
    });
  files.close();
  return [isUsed ? readFileSync(target, 'utf8') : '', times];
}

test('a file is made once, and again when its source or a file it was made of changes', () => {
  expect(lay('page ', 'red')).toEqual(['page red', 1]);
  expect(lay('page ', 'red')).toEqual(['page red', 0]);
  expect(lay('page ', 'blue')).toEqual(['page blue', 1]);
  expect(lay('page 2 ', 'blue')).toEqual(['page 2 blue', 1]);
});

test('what is laid no more is not kept', () => {
  lay('page ', 'red');
  lay('', '', false);
  expect(readdirSync(join(folder, 'kept'))).toEqual([]);
});

test('what is dear to make of a source is made once, whole, and each time where nothing is kept', async () => {
  let times = 0;
  const made = async (place: string | undefined, source: string) => {
    const bytes = await keptFile(place, source, async () => Buffer.from(`${source} ${++times}`));
    return Buffer.from(bytes).toString();
  };
  const kept = join(folder, 'pictures');
  expect([await made(kept, 'a'), await made(kept, 'a'), await made(kept, 'b')]).toEqual([
    'a 1',
    'a 1',
    'b 2',
  ]);
  expect(readdirSync(kept)).toHaveLength(2);
  expect([await made(undefined, 'a'), await made(undefined, 'a')]).toEqual(['a 3', 'a 4']);
});
