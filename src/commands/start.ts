import { cpSync, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { originsOf } from '../cms/backends.ts';
import type { DraftProject } from '../cms-server/draft-project.ts';
import { openEditing } from '../cms-server/editing.ts';
import { type Strings, stringsFor } from '../i18n/strings.ts';
import { terminalLocale } from '../i18n/terminal.ts';
import { CannotListen, listen, readPort } from '../server/listen.ts';
import { type Handler, staticHandler } from '../server/static.ts';
import { readSite, type Site } from '../site.ts';
import { atMidnight } from './at-midnight.ts';
import { beside, removeLeftovers } from './build-pages/leftovers.ts';
import { lendPictures } from './build-pages/workshop.ts';
import { buildProgress } from './build-progress.ts';
import { builder } from './builder.ts';
import { untilStopped } from './until-stopped.ts';
import { watchFolders } from './watch-folders.ts';

/** `npm start`: builds, serves, and builds again when something changes, until Ctrl-C. The exit code. */
export async function run(_words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    return await serve(readSite(environment), readPort(environment), stringsFor(terminalLocale(environment)));
  } catch (error) {
    if (!(error instanceof CannotListen)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function serve(site: Site, port: number, { t }: Strings): Promise<number> {
  let answer: Handler = stillBuilding;
  const places = ['start', 'editing'].map((name) => resolve('.build', name));
  for (const place of places) await removeLeftovers(place);
  const [folder = '', ownFolder = ''] = places.map((place) => beside(place, 'alone'));
  const editing = await openEditing(site, resolve('public'), ownFolder, {
    // The files have changed and a build is on its way; where a system did not tell of the change, it is begun here.
    published: () =>
      void setTimeout(() => progress.revision() < editing.revision() && builds.request(), 500).unref(),
    prepare: (project) => lendMade(site, project),
  });
  const server = await listen((request, response) => {
    if (!editing.handle(request, response)) answer(request, response);
  }, port);
  if (editing.off) console.log(t(editing.off));
  else console.log(t('editing.address', { address: `http://127.0.0.1:${port}${site.basePath}admin/` }));
  const stopped = untilStopped();
  const progress = buildProgress(editing);
  const builds = builder(
    folder,
    (built) => {
      answer = staticHandler(built, site.basePath, originsOf(site));
      progress.live();
      void editing.warmUp();
      console.log(`The site is at http://127.0.0.1:${port}${site.basePath} (Ctrl-C stops)`);
    },
    progress,
  );
  const watched = [
    resolve(site.contentDir),
    ...['src', 'public', 'astro.config.mjs'].map((path) => resolve(path)),
  ];
  const watching = watchFolders(watched.filter(existsSync), builds.request);
  const days = atMidnight(site.timeZone, builds.request);
  builds.request();
  await stopped;
  console.log('Stopping …');
  watching.close();
  days.close();
  await builds.stop();
  await editing.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
  return 0;
}

/** The first build of a draft takes over what the site’s has made of the same things: it would take as long as that. */
function lendMade({ contentDir }: Site, draft: DraftProject): void {
  const editors = join(draft.root, '.build/editor');
  try {
    lendPictures(contentDir, draft.contentDir, draft.root);
    if (!existsSync(editors)) cpSync('.build/editor', editors, { recursive: true });
  } catch {
    // A build of the site may tidy up meanwhile: what is missing is made.
  }
}

const stillBuilding: Handler = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2', Refresh: '2' });
  response.end('The site is being built; this page loads again by itself.\n');
};
