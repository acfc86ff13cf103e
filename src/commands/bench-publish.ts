import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openMeasuredAcademy } from './bench-publish/academy.ts';
import { median, type Run, runsTable } from './bench-publish/report.ts';

const usage = `Usage: npm run bench:publish -- [options]
  --runs N         so many publications of each kind (3)
  --into FILE.md   writes the table to a file too`;

/**
 * `npm run bench:publish`: how long it takes from pressing “Publish” until the page is on the site that \`npm start\` serves,
 * for the content of CONTENT_DIR. The exit code.
 */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const wish = wishOf(words);
  if (!wish) {
    console.error(usage);
    return 1;
  }
  const academy = await openMeasuredAcademy(environment);
  try {
    const measured: Run[] = [];
    for (const kind of ['a new text', 'a changed course'] as const) {
      for (let turn = 1; turn <= wish.runs; turn++) {
        const times = await academy.publish(kind, turn);
        measured.push({ kind, ...times });
        console.log(`${kind}, ${turn}: ${times.live.toFixed(1)} s`);
      }
    }
    const text = runsTable(measured);
    console.log(`\n${text}`);
    if (wish.into) await writeFile(wish.into, `# From “Publish” to the page, measured\n\n${text}`);
    return median(measured.map(({ live }) => live)) <= 10 ? 0 : 1;
  } finally {
    await academy.close();
  }
}

function wishOf(words: readonly string[]): { runs: number; into: string | undefined } | undefined {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...words], options: { runs: text, into: text } });
    const runs = Number(values.runs ?? 3);
    return Number.isInteger(runs) && runs > 0 ? { runs, into: values.into } : undefined;
  } catch {
    return undefined;
  }
}
