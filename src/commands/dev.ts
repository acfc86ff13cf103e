import { resolve } from 'node:path';
import { dev } from 'astro';
import type { Locale } from '../i18n/locales.ts';
import { terminalLocale } from '../i18n/terminal.ts';
import { formatMistakes } from '../loader/check.ts';
import { contentReader } from '../loader/kept-content.ts';
import { offerEntries, type ReadEntries } from '../loader/offered-entries.ts';
import { CannotListen, readPort } from '../server/listen.ts';
import { readSite, type Site } from '../site.ts';
import { untilStopped } from './until-stopped.ts';
import { watchFolders } from './watch-folders.ts';

/** `npm run dev`: Astro’s development server, which shows each edit of code at once; it has no search. The exit code. */
export async function run(_words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    const site = readSite(environment);
    offerEntries(await entriesOf(site, terminalLocale(environment)));
    let reload = (): void => undefined;
    const server = await dev({
      server: { host: '127.0.0.1', port: readPort(environment) },
      integrations: [
        {
          name: 'reload',
          hooks: {
            'astro:server:setup': ({ server }) => {
              reload = () => server.ws.send({ type: 'full-reload' });
            },
          },
        },
      ],
    });
    const watch = watchFolders([site.contentDir], () => reload());
    await untilStopped();
    watch.close();
    await server.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof CannotListen)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** What lies in the content folder at each request; as long as that has mistakes, which are told, what lay there before. */
async function entriesOf(site: Site, locale: Locale): Promise<ReadEntries> {
  const reader = await contentReader(site.contentDir, resolve('public'));
  let last: Awaited<ReturnType<ReadEntries>> | undefined;
  let told = '';
  return async () => {
    const { entries, mistakes } = await reader.read();
    const words = formatMistakes(mistakes, site.contentDir, locale);
    if (words !== told && words) console.error(words);
    told = words;
    if (mistakes.length === 0 || !last) last = entries;
    return last;
  };
}
