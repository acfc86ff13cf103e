import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findBrowser } from '../../src/commands/browser.ts';

test('the browser that CHROME_PATH names is taken before any other', () => {
  const folder = aFolderWith(['chromium', 'my-browser']);
  const mine = join(folder, 'my-browser');
  expect(findBrowser({ PATH: folder, CHROME_PATH: mine })).toBe(mine);
});

test('a browser of the machine is found under each of its names', () => {
  for (const name of ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'])
    expect(findBrowser({ PATH: `/nowhere:${aFolderWith([name])}` })).toMatch(new RegExp(`/${name}$`));
});

test('the browser that has no windows is taken before the one that has', () => {
  const folder = aFolderWith(['chromium', 'chromium-headless-shell']);
  expect(findBrowser({ PATH: folder })).toBe(join(folder, 'chromium-headless-shell'));
});

function aFolderWith(programs: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const program of programs) {
    writeFileSync(join(folder, program), '');
    chmodSync(join(folder, program), 0o755);
  }
  return folder;
}
