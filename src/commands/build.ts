import { readSite } from '../site.ts';
import { BuildLog } from './build-pages/build-log.ts';
import { type Part, readPart } from './build-parts/part.ts';
import { buildSite } from './build-site.ts';
import { type Build, buildWhenTold, failureOf, NotKept, notBuilt } from './build-when-told.ts';
import { stopwatch } from './stopwatch.ts';

/**
 * `npm run build`: the whole site into OUT_DIR. Pages that would come out as in the last build are kept; `-- --fresh`
 * makes all of them, `-- --compress` adds what a web server sends compressed, `-- --part 2/4` makes a share of the site
 * that `npm run merge` joins with the others; `-- --times` says where the time goes, `-- --why` which pages were made and
 * what had changed. `-- --stay`, for other programs, builds each time that it is told to. The exit code.
 */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    const site = readSite(environment);
    const part = partIn(words);
    if (part && !environment.SOURCE_DATE_EPOCH) throw new CannotBuild(noMoment);
    const wish = {
      part,
      isFresh: words.includes('--fresh'),
      threads: threadsIn(words),
      isCompressed: words.includes('--compress'),
    };
    const build: Build = async (outDir, live, memory) => {
      const seconds = stopwatch();
      console.log(
        `Building ${part ? `part ${part.number} of ${part.of} of ` : ''}the site of ${site.contentDir} …`,
      );
      let log = new BuildLog();
      let isLive = false;
      const tell = (built: BuildLog): void => {
        log = built;
        isLive = true;
        live();
        console.log(`Built into ${outDir} in ${seconds()}; ${log.made.length} of ${log.pages} pages made.`);
      };
      await buildSite({ ...site, outDir }, { ...wish, live: tell, memory }).catch((error: unknown) => {
        throw isLive ? new NotKept('Not kept for the next build', { cause: error }) : error;
      });
      if (words.includes('--why'))
        for (const { address, why } of log.made) console.log(`/${address}: ${why}`);
      if (words.includes('--times')) for (const line of log.times()) console.log(line);
    };
    if (words.includes('--stay')) return await buildWhenTold(build);
    await build(site.outDir, () => undefined);
    return 0;
  } catch (error) {
    console.error(error instanceof CannotBuild ? `${error.message}\n${notBuilt}` : failureOf(error));
    return error instanceof NotKept ? 0 : 1;
  }
}

/** What stops the command and is told in one line. */
class CannotBuild extends Error {}

const noMoment =
  'Set SOURCE_DATE_EPOCH to the moment of the build, the same for all parts, for example that of the commit: git log -1 --format=%ct.';

function threadsIn(words: readonly string[]): number | undefined {
  const at = words.indexOf('--threads');
  if (at < 0) return undefined;
  const threads = Number(words[at + 1]);
  if (!Number.isInteger(threads) || threads < 1)
    throw new CannotBuild(
      `Write how many threads may make pages, for example --threads 2, not “${words[at + 1] ?? ''}”.`,
    );
  return threads;
}

function partIn(words: readonly string[]): Part | undefined {
  const at = words.indexOf('--part');
  if (at < 0) return undefined;
  const part = readPart(words[at + 1] ?? '');
  if (!part)
    throw new CannotBuild(
      `Write which part of how many, for example --part 2/4, not “${words[at + 1] ?? ''}”.`,
    );
  return part;
}
