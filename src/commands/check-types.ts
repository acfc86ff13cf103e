import { sync } from 'astro';
import { contentMistakesIn, explain } from './explain.ts';
import { runTool } from './run-tool.ts';

const astroCheck = ['node_modules/astro/bin/astro.mjs', 'check', '--noSync', '--minimumSeverity', 'warning'];

/**
 * The types of all code, Astro files among them. Astro writes some of them down while it reads the content; mistakes in
 * content are another check’s business, so this one goes on with the types there are. The exit code.
 */
export async function run(): Promise<number> {
  try {
    await sync({ logLevel: 'silent' });
  } catch (error) {
    if (!contentMistakesIn(error)) console.error(explain(error));
    console.error('The types of the content are those of an earlier run: mend the content first.');
  }
  return runTool(astroCheck);
}
