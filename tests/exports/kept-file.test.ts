import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptFile } from '../../src/exports/kept-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

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
