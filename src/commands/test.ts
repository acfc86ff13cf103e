import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { beside, removeLeftovers } from './build-pages/leftovers.ts';
import { checks } from './check.ts';
import { runTool } from './run-tool.ts';
import { stopwatch } from './stopwatch.ts';
import { runTests, type Tally } from './test-tally.ts';

const failure: Tally = { passed: 0, failed: 1 };

/**
 * `npm test`: every check, each even after another has failed where it still makes sense. The site is built into a folder
 * of its own. The last line counts tests, and each other check as one. The exit code.
 */
export async function run(_words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const place = join('.build', 'test');
  await removeLeftovers(place);
  const folder = beside(place, 'alone');
  mkdirSync(folder);
  const outDir = join(folder, 'site');
  try {
    // Beside each other: the checks keep one processor busy. Tests that build take over the pictures that are made here.
    const [checked, built] = await Promise.all([
      check(),
      step('build', () => asTally(runTool(['src/commands/run.mjs', 'build'], { OUT_DIR: outDir }))),
    ]);
    const tallies = [...checked, built];
    tallies.push(await step('unit tests', () => runTests('unit', folder)));
    tallies.push(await step('content tests', () => runTests('content', folder)));
    if (built.failed === 0) tallies.push(...(await testSite(folder, outDir, environment)));
    return report(tallies);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function check(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const { name, words } of checks) tallies.push(await step(name, () => asTally(runTool(words))));
  return tallies;
}

async function testSite(folder: string, outDir: string, environment: NodeJS.ProcessEnv): Promise<Tally[]> {
  const pages = await step('built pages', () => runTests('site', folder, { OUT_DIR: outDir }));
  const browser = await step('browser tests', async () => {
    const chrome = ensureBrowser(environment, console.log);
    if (chrome) return runTests('browser', folder, { OUT_DIR: outDir, CHROME_PATH: chrome });
    console.error(
      'There is no browser: install Chromium or Chrome, or set CHROME_PATH to one, then run again.',
    );
    return failure;
  });
  return [pages, browser];
}

async function step(name: string, work: () => Promise<Tally>): Promise<Tally> {
  const seconds = stopwatch();
  console.log(`\n— ${name} …`);
  const tally = await work();
  console.log(`${tally.failed === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds()})`);
  return tally;
}

async function asTally(exitCode: Promise<number>): Promise<Tally> {
  return (await exitCode) === 0 ? { passed: 1, failed: 0 } : failure;
}

function report(tallies: readonly Tally[]): number {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
