import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ensureBrowser, findBrowser } from '../../src/commands/browser.ts';

test('the browser that CHROME_PATH names is taken before any other', () => {
  const folder = aFolderWith(['chromium', 'my-browser']);
  const mine = join(folder, 'my-browser');
  expect(findBrowser({ PATH: folder, CHROME_PATH: mine })).toBe(mine);
});

test('a browser of the machine is found under each of its names', () => {
  for (const name of ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'])
    expect(findBrowser({ PATH: `/nowhere:${aFolderWith([name])}` })).toMatch(new RegExp(`/${name}$`));
});

test('tests take the browser that has no windows before the one that has, what is measured the other', () => {
  const folder = aFolderWith(['chromium', 'chromium-headless-shell']);
  const say = () => {
    throw new Error('Nothing is to be installed.');
  };
  expect(findBrowser({ PATH: folder })).toBe(join(folder, 'chromium'));
  expect(ensureBrowser({ PATH: folder }, say)).toBe(join(folder, 'chromium-headless-shell'));
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
