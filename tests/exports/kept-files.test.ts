import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeptFiles } from '../../src/exports/kept-files.ts';

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
