import { readSite } from '../site.ts';
import { buildSite } from './build-site.ts';
import { explain } from './explain.ts';
import { stopwatch } from './stopwatch.ts';

/**
 * `npm run build`: the whole site into OUT_DIR. Pages that would come out as in the last build are kept; `-- --fresh`
 * makes all of them, `-- --compress` adds what a web server sends compressed. The exit code.
 */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const seconds = stopwatch();
  try {
    const site = readSite(environment);
    console.log(`Building the site of ${site.contentDir} …`);
    await buildSite(site, { isFresh: words.includes('--fresh'), isCompressed: words.includes('--compress') });
    console.log(`Built into ${site.outDir} in ${seconds()}.`);
    return 0;
  } catch (error) {
    console.error(explain(error));
    console.error('The site was not built; the output is as it was.');
    return 1;
  }
}
