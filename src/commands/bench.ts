import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { readSite } from '../site.ts';
import { removeAside } from './bench/aside.ts';
import { chart } from './bench/chart.ts';
import { provide } from './bench/provide.ts';
import { type Results, report } from './bench/report.ts';
import { raceAt } from './bench/rounds.ts';
import { RunBook } from './bench/runs.ts';
import { rangeOf } from './bench/statistics.ts';
import { summariesOf } from './bench/summary.ts';
import { type Peer, peers, workshop } from './bench/systems.ts';
import { usage, type Wish, wishOf } from './bench/wish.ts';
import { findBrowser } from './browser.ts';
import { explain } from './explain.ts';

const own = {
  name: 'ours',
  title: 'Digital Academy',
  note: 'this project, all it makes: calendars, feeds, lists by level and form, modules as files, covers, the editor',
};

/**
 * `npm run bench`: how long this project and others build the same pages, and how long an edit takes until it is live.
 * Writes tables and a chart after each round; stopped, it goes on where it was. The exit code.
 */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const wish = wishOf(words);
  if (!wish) {
    console.error(usage);
    return 1;
  }
  try {
    await bench(wish, environment);
    return 0;
  } catch (error) {
    console.error(explain(error));
    return 1;
  }
}

async function bench(wish: Wish, environment: NodeJS.ProcessEnv): Promise<void> {
  const commit = commitOf();
  const book = new RunBook(join(workshop, `runs-${commit}.jsonl`));
  await book.open(wish.isFresh);
  const wanted = peers.filter(({ name }) => wish.only.includes(name));
  const systems: Results['systems'][number][] = [{ ...own, version: `at ${commit}` }];
  const ready: Peer[] = [];
  for (const peer of wanted) {
    const { name, title, note } = peer;
    const provided = await provide(peer, console.log);
    systems.push({ name, title, note, ...provided });
    if (provided.absent) console.log(`${title} is absent: ${provided.absent}.`);
    else ready.push(peer);
  }
  const writeReport = () => writeResults(wish.into, resultsOf(book, systems));
  for (const size of wish.isReport ? [] : wish.sizes) {
    const race = {
      site: readSite(environment),
      environment,
      peers: ready,
      withOurs: wish.only.includes('ours'),
      rounds: wish.rounds,
      browser: findBrowser(environment),
      say: console.log,
    };
    await raceAt(size, race, book, writeReport);
  }
  await writeReport();
  await removeAside();
  console.log(`Written: ${join(wish.into, 'peers.md')} and ${join(wish.into, 'peers.svg')}.`);
}

function resultsOf({ runs, failures }: RunBook, systems: Results['systems']): Results {
  return {
    summaries: summariesOf(runs),
    views: runs.flatMap(({ views, size }) => (size === runs[0]?.size ? (views ?? []) : [])),
    failures,
    systems,
    circumstances: [
      `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node} on ${process.platform}, ${cpus().length} processors (${cpus()[0]?.model.trim() ?? 'unknown'}), ${(totalmem() / 1e9).toFixed(0)} GB`,
      'full build: nothing kept of an earlier one; warm build: nothing changed; edit: title and text of one course changed, built and indexed, then looked for in its page, a list and the search; ours by the process that `npm start` keeps, the middle one of three edits after a start without any, the others by a new one',
      'without search: until nothing but the search was waited for; ours is made beside the pages, which alone would take less',
      ...loadOf(runs),
      'processors: the time they worked for a full build; peak memory: that of all its processes together',
    ],
  };
}

/** What else the machine did: the least and most it had to do before a round. */
function loadOf(runs: RunBook['runs']): string[] {
  const loads = runs.flatMap(({ load }) => load ?? []);
  if (loads.length === 0) return [];
  const [low, high] = rangeOf(loads);
  return [
    `processes that wanted a processor before a round: ${low.toFixed(1)} to ${high.toFixed(1)}; the processors are ${cpus().length}`,
  ];
}

async function writeResults(folder: string, results: Results): Promise<void> {
  if (results.summaries.length === 0) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'peers.md'), report(results));
  await writeFile(join(folder, 'peers.svg'), chart(results.summaries, results.systems));
}

/** The commit that is measured; with a mark where files differ from it. */
function commitOf(): string {
  const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', 'src') ? '-changed' : ''}`;
  } catch {
    return 'unknown';
  }
}
