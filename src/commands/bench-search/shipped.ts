import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Catalogue, catalogueFor } from '../../catalogue/catalogue.ts';
import type { Content } from '../../catalogue/content.ts';
import { type Locale, locales } from '../../i18n/locales.ts';
import { loadContent } from '../../loader/load.ts';
import { textOf } from '../../mdx/text.ts';
import { blocks } from '../../schema/blocks.ts';
import { collectionNames } from '../../schema/collections.ts';
import { type AddressOf, type SearchRecord, searchRecords } from '../../search/records.ts';
import { buildTime, type Site } from '../../site.ts';
import type { Corpus } from './documents.ts';

/** The catalogue of a content folder and what its site’s search finds, in each language. */
export interface Searched {
  readonly catalogue: Catalogue;
  readonly records: readonly SearchRecord[];
}

/** The entries of a content folder as its site's search has them; an id is an address without language: `courses/rgpd`. */
export async function contentCorpus(site: Site, environment: NodeJS.ProcessEnv): Promise<Corpus> {
  const searched = await openContent(site, environment, (_locale, path) => `/${path}`);
  const found = new Map(
    await Promise.all(
      locales.map(async (locale) => {
        const { records } = await searched(locale);
        const documents = records.map((record) => ({ id: record.url.replace(/^\/|\/$/g, ''), record }));
        return [locale as string, documents] as const;
      }),
    ),
  );
  return { name: site.contentDir, recordsIn: (language) => found.get(language) ?? [] };
}

/** Reads the content folder of `site`; what is returned makes the records of a language, with the addresses `addressOf` gives. */
export async function openContent(
  site: Site,
  environment: NodeJS.ProcessEnv,
  addressOf: AddressOf,
): Promise<(locale: Locale) => Promise<Searched>> {
  const { entries } = await loadContent(site.contentDir, 'public');
  const content = Object.fromEntries(
    collectionNames.map((name) => {
      const own = entries.filter(({ collection }) => collection === name);
      return [name, new Map(own.map((entry) => [entry.slug, entry]))];
    }),
  ) as unknown as Content;
  const now = buildTime(environment);
  return async (locale) => {
    const catalogue = catalogueFor(locale, content, now, site.timeZone);
    const records = await searchRecords(
      catalogue,
      async ({ body, language }) => (body ? wordsOf(site.contentDir, body, language) : ''),
      addressOf,
    );
    return { catalogue, records };
  };
}

async function wordsOf(
  folder: string,
  { file, line }: { file: string; line: number },
  locale: Locale,
): Promise<string> {
  const lines = (await readFile(join(folder, file), 'utf8')).replace(/\r\n?/g, '\n').split('\n');
  return textOf(lines.slice(line - 1).join('\n'), { blocks, locale });
}
