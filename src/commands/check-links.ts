import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LinkReport } from '../loader/link-report.ts';
import { readSite } from '../site.ts';
import { addressesIn } from './check-links/addresses.ts';
import { deadAmong, type Patience } from './check-links/ask.ts';
import { stopwatch } from './stopwatch.ts';

const patience: Patience = { timeout: 15_000, pause: 500, hosts: 6 };

/**
 * `npm run check:links`: asks each address of another site that the content names, and writes what does not answer into
 * LINKS_FILE, which the page “State of the content” shows after the next build. `-- --skip FILE` names addresses that are
 * not asked: the beginning of one a line. The exit code is 0 whatever was found: other sites break no build.
 */
export async function run(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  asked: Patience = patience,
): Promise<number> {
  const [option, file] = words;
  if (words.length > 0 && (option !== '--skip' || !file || words.length > 2)) {
    console.error(`“${words.join(' ')}” says nothing here: write --skip FILE, or nothing.`);
    return 1;
  }
  const seconds = stopwatch();
  const { contentDir, linksFile } = readSite(environment);
  const skipped = file ? linesOf(await readFile(file, 'utf8')) : [];
  const places = await addressesIn(contentDir);
  const addresses = [...places.keys()].filter(
    (address) => !skipped.some((beginning) => address.startsWith(beginning)),
  );
  console.log(`Asking ${addresses.length} addresses …`);
  const dead = await deadAmong(addresses, asked);
  const report: LinkReport = {
    asked: new Date().toISOString().slice(0, 10),
    dead: [...dead]
      .map(([address, answer]) => ({ address, answer, files: places.get(address) ?? [] }))
      .toSorted((one, other) => (one.address < other.address ? -1 : 1)),
  };
  await mkdir(dirname(linksFile), { recursive: true });
  await writeFile(linksFile, `${JSON.stringify(report, null, 2)}\n`);
  for (const { address, answer, files } of report.dead)
    console.log(`${address}: ${answer}\n  ${files.join('\n  ')}`);
  console.log(
    `${addresses.length} addresses asked in ${seconds()}; without an answer: ${report.dead.length}. Written to ${linksFile}.`,
  );
  return 0;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
