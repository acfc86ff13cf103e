import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Debian’s Chromium without what a window needs: where both are there, tests take three quarters of the time in it. */
const withoutWindows = 'chromium-headless-shell';

const programs: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  withoutWindows,
];

const macApplications = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser: CHROME_PATH, the first of `names` that is installed, or the one Playwright fetched. Undefined when there is none. */
export function findBrowser(environment: NodeJS.ProcessEnv, names = programs): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter);
  const candidates = [
    environment.CHROME_PATH,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...macApplications.map((application) => join('/Applications', application)),
    chromium.executablePath(),
  ];
  return candidates.find((path) => path && existsSync(path));
}

/**
 * The browser for the tests, without windows where it is there; installed when there is none yet: from Debian’s packages
 * where that is possible, else by Playwright.
 */
export function ensureBrowser(
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): string | undefined {
  const find = () => findBrowser(environment, [withoutWindows, ...programs]);
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && has('apt-get')) {
    for (const name of [withoutWindows, 'chromium']) if (!find()) installPackage(name, say);
  }
  if (!findBrowser(environment)) {
    say('Fetching Chromium for the browser tests …');
    execQuietly(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  }
  return find();
}

/**
 * Begins a browser: the one that is found, where none is named. Without windows Chromium would set letters as no reader’s does: at
 * whole pixels, with other edges.
 */
export function launchBrowser(
  args: readonly string[] = [],
  executablePath = findBrowser(process.env),
): Promise<Browser> {
  const drawn = ['--font-render-hinting=slight', '--enable-font-subpixel-positioning'];
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', ...drawn, ...args],
  });
}

function installPackage(name: string, say: (line: string) => void): void {
  say(`Installing the package ${name} for the browser tests …`);
  const install = ['install', '-y', '--no-install-recommends', name];
  if (!succeeds('apt-get', install)) succeeds('apt-get', ['update']) && succeeds('apt-get', install);
}

function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

function succeeds(program: string, words: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

function execQuietly(program: string, words: readonly string[]): void {
  try {
    execFileSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    // The caller looks whether a browser is there.
  }
}
