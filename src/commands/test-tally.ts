import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Runs one of the projects of `vitest.config.ts`; what it writes about failures goes to the screen. */
export async function runTests(
  project: string,
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Tally> {
  const report = join(folder, `${project}.json`);
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', project];
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runTool([...words, ...output], environment);
  return tallyOf(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}, exitCode);
}

interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
}

/** A run that failed without a failed test — a file that could not be read, no test at all — counts as one failure. */
export function tallyOf({ numPassedTests = 0, numFailedTests = 0 }: Report, exitCode: number): Tally {
  const failed = exitCode === 0 ? numFailedTests : Math.max(numFailedTests, 1);
  return { passed: numPassedTests, failed };
}
