import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { Locale } from '../i18n/locales.ts';
import { ContentMistakes, formatMistakes } from './check.ts';
import { loadContent, type Recall } from './load.ts';
import type { LoadedEntry } from './read-entry.ts';

/**
 * The whole content as one collection of Astro's store, an entry under `<collection>/<slug>`: its facts and texts, not
 * its bodies. Entries whose files did not change are taken from the store. Throws ContentMistakes, all at once; while
 * developing it logs them and keeps the content as it was.
 */
export function contentLoader(contentDir: string, publicDir: string, locale: Locale): Loader {
  return {
    name: 'content',
    async load({ store, config, logger, watcher }) {
      const root = fileURLToPath(config.root);
      const recall: Recall = (collection, slug, digest) => {
        const kept = store.get(`${collection}/${slug}`);
        return kept?.digest === digest ? (kept.data as unknown as LoadedEntry) : undefined;
      };
      const read = async () => {
        const content = await loadContent(contentDir, publicDir, recall);
        if (content.mistakes.length > 0) throw new ContentMistakes(content.mistakes, contentDir, locale);
        if (content.notices.length > 0)
          logger.warn(`\n${formatMistakes(content.notices, contentDir, locale)}`);
        const ids = new Set<string>();
        for (const entry of content.entries) {
          const id = `${entry.collection}/${entry.slug}`;
          ids.add(id);
          store.set({ id, data: entry as unknown as Record<string, unknown>, digest: entry.digest });
        }
        for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      };
      await read();
      watcher?.add(`${root}/${contentDir}`);
      watcher?.on('all', (_event, path) => {
        if (path.includes(contentDir)) read().catch((error: Error) => logger.error(`\n${error.message}`));
      });
    },
  };
}
