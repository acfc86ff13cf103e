import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readySite } from '../../src/commands/build-pages/ready-site.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'ready-'));
  write('pages', ['fr/index.html', 'fr/help/index.html', 'script.js']);
});
afterEach(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }));

function write(folder: string, files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(place, folder, file)), { recursive: true });
    writeFileSync(join(place, folder, file), folder);
  }
}

async function ready(files: readonly string[]) {
  const { lost, isReady, stop } = readySite({
    folder: join(place, 'pages'),
    files,
    spare: join(place, 'spare'),
    others: ['_search'],
  });
  const said = { lost: await lost, isReady: await isReady };
  await stop();
  return said;
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(join(place, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test('a spare site comes to hold the pages, whatever it held', async () => {
  write('spare', ['fr/foreign.html', 'fr/index.html', '_search/index']);
  expect(await ready(['fr/index.html', 'fr/help/index.html'])).toEqual({ lost: undefined, isReady: true });
  expect(filesIn('spare').sort()).toEqual(['index', 'index.html', 'index.html', 'script.js']);
});

test('a page that is missing is named, and without a spare site none is made', async () => {
  expect(await ready(['fr/index.html', 'fr/gone/index.html'])).toEqual({
    lost: 'fr/gone/index.html',
    isReady: false,
  });
  expect(readdirSync(place)).toEqual(['pages']);
});

test('what goes wrong in the thread comes to whoever waits', async () => {
  write('spare', ['fr/index.html']);
  rmSync(join(place, 'pages'), { recursive: true });
  await expect(ready([])).rejects.toThrow('ENOENT');
});
