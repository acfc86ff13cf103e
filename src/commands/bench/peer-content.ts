import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { catalogueFor } from '../../catalogue/catalogue.ts';
import type { Content } from '../../catalogue/content.ts';
import { locales } from '../../i18n/locales.ts';
import { stringsFor } from '../../i18n/strings.ts';
import { loadContent } from '../../loader/load.ts';
import { collectionNames } from '../../schema/collections.ts';
import type { BodyPlace } from '../../schema/entry.ts';
import { buildTime, type Site } from '../../site.ts';
import { mdxFile } from '../make-content/files.ts';
import { plainBody } from './plain-body.ts';
import { type PlainPage, plainPages } from './plain-pages.ts';

/** A page with its body as Markdown. */
export interface PeerPage extends Omit<PlainPage, 'body'> {
  readonly body: string;
}

/** All that a generator is given: the pages of all entries in every language, and the words of its templates. */
export interface PeerContent {
  readonly pages: readonly PeerPage[];
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The content of a folder for generators that know nothing of ours. Texts that lack a language stand in another one, as on our pages. */
export async function peerContent(site: Site, environment: NodeJS.ProcessEnv): Promise<PeerContent> {
  const content = await contentOf(site.contentDir);
  const now = buildTime(environment);
  const pages: PeerPage[] = [];
  for (const locale of locales) {
    const plain = plainPages(catalogueFor(locale, content, now, site.timeZone));
    const titles = new Map(plain.map(({ address, title }) => [address, title]));
    for (const page of plain) {
      const source = page.body ? await bodySource(site.contentDir, page.body) : '';
      const body = plainBody(source, {
        root: `/${locale}`,
        titleOf: (path) => titles.get(`/${locale}/${path}`),
      });
      pages.push({ ...page, body });
    }
  }
  return { pages, words: Object.fromEntries(locales.map((locale) => [locale, templateWords(locale)])) };
}

/** Where a generator wants its content, and how it calls it. */
export interface PeerPlaces {
  /** The file of a page, from the generator’s folder. */
  readonly fileOf: (page: PeerPage) => string;
  /** The file for the words of the templates. */
  readonly words: string;
  /** Fields a generator wants under other names; `undefined` leaves one out. */
  readonly fields?: (page: PeerPage) => Readonly<Record<string, unknown>>;
}

/** Writes the content into the folder of a generator, whose former content is removed. The number of pages. */
export async function writePeerContent(
  { pages, words }: PeerContent,
  folder: string,
  places: PeerPlaces,
): Promise<number> {
  const folders = new Set<string>();
  for (const page of pages) {
    const file = join(folder, places.fileOf(page));
    if (!folders.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    folders.add(dirname(file));
    await writeFile(file, peerFile(page, places));
  }
  await mkdir(dirname(join(folder, places.words)), { recursive: true });
  await writeFile(join(folder, places.words), JSON.stringify(words));
  return pages.length;
}

/** The text of a page’s file. What is empty is not written. */
export function peerFile({ body, ...page }: PeerPage, { fields: own }: Pick<PeerPlaces, 'fields'>): string {
  const fields = Object.entries({ ...page, ...own?.({ body, ...page }) });
  const written = fields.filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0));
  return mdxFile(Object.fromEntries(written), body.trim());
}

async function contentOf(folder: string): Promise<Content> {
  const { entries, mistakes } = await loadContent(folder, 'public');
  if (mistakes.length > 0) throw new Error(`${folder} has mistakes: npm run check:content lists them.`);
  return Object.fromEntries(
    collectionNames.map((name) => {
      const own = entries.filter(({ collection }) => collection === name);
      return [name, new Map(own.map((entry) => [entry.slug, entry]))];
    }),
  ) as unknown as Content;
}

async function bodySource(folder: string, { file, line }: BodyPlace): Promise<string> {
  const text = (await readFile(join(folder, file), 'utf8')).replace(/\r\n?/g, '\n');
  return text
    .split('\n')
    .slice(line - 1)
    .join('\n');
}

function templateWords(locale: (typeof locales)[number]): Record<string, string> {
  const { t } = stringsFor(locale);
  return {
    site: 'Digital Academy',
    menu: t('menu.label'),
    courses: t('menu.courses'),
    modules: t('menu.modules'),
    paths: t('menu.paths'),
    topics: t('fields.topics'),
    people: t('people.title'),
    news: t('menu.news'),
    facts: t('course.facts'),
    sessions: t('course.sessions'),
    related: t('course.related'),
    languages: t('language.label'),
    next: t('pages.next'),
    previous: t('pages.previous'),
    search: t('search.label'),
  };
}
