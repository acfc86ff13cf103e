import { existsSync } from 'node:fs';
import { originsOf } from '../cms/backends.ts';
import { CannotListen, listen, readPort } from '../server/listen.ts';
import { staticHandler } from '../server/static.ts';
import { readSite } from '../site.ts';
import { untilStopped } from './until-stopped.ts';

/** `npm run preview`: serves what `npm run build` made, until Ctrl-C. The exit code. */
export async function run(_words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const site = readSite(environment);
  if (!existsSync(site.outDir)) {
    console.error(`There is no built site in ${site.outDir}: run npm run build first.`);
    return 1;
  }
  try {
    const port = readPort(environment);
    const server = await listen(staticHandler(site.outDir, site.basePath, originsOf(site)), port);
    console.log(`Serving ${site.outDir} on http://127.0.0.1:${port}${site.basePath} (Ctrl-C stops)`);
    await untilStopped();
    server.closeAllConnections();
    server.close();
    return 0;
  } catch (error) {
    if (!(error instanceof CannotListen)) throw error;
    console.error(error.message);
    return 1;
  }
}
