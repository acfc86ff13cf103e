import { runTool } from './run-tool.ts';
import { stopwatch } from './stopwatch.ts';

interface Check {
  readonly name: string;
  readonly words: readonly string[];
}

/** The checks that need no build, in the order of how soon they answer. */
export const checks: readonly Check[] = [
  {
    name: 'format and lint',
    words: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'],
  },
  { name: 'content', words: ['src/commands/run.mjs', 'check-content'] },
  { name: 'types', words: ['src/commands/run.mjs', 'check-types'] },
];

/** `npm run check`: all of them, even after one has failed. The exit code. */
export async function run(): Promise<number> {
  let failed = 0;
  for (const { name, words } of checks) {
    const seconds = stopwatch();
    const passed = (await runTool(words)) === 0;
    console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds()})`);
    if (!passed) failed++;
  }
  return failed === 0 ? 0 : 1;
}
