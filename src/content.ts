import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, catalogueFor } from './catalogue/catalogue.ts';
import type { Content } from './catalogue/content.ts';
import { type ContentState, contentState } from './catalogue/content-state.ts';
import type { InLanguage } from './catalogue/languages.ts';
import { type Locale, locales } from './i18n/locales.ts';
import { bodyIn, levelOfBodies } from './loader/body.ts';
import { readHistory } from './loader/history.ts';
import type { ShownBody } from './loader/kept-bodies.ts';
import { readLinkReport } from './loader/link-report.ts';
import { offeredBodies } from './loader/offered-bodies.ts';
import { offeredEntries, onceAContent } from './loader/offered-entries.ts';
import { textOfSegments } from './mdx/text.ts';
import { blocks } from './schema/blocks.ts';
import { collectionNames } from './schema/collections.ts';
import type { BodyPlace } from './schema/entry.ts';
import { buildTime, readSite } from './site.ts';
import { offerCatalogues, traced } from './traces/page-traces.ts';

/** The one door to content: pages and exports take what these functions return. */

const site = readSite(process.env);
const built = onceAContent(() => {
  offerCatalogues(() => inEach(builtCatalogue));
  return {
    content: readContent(),
    catalogues: new Map<Locale, Promise<Catalogue>>(),
    /** The bodies of the last pages: those of one entry, which follow each other, show the same where it is not translated. */
    shownLast: new Map<string, ShownBody>(),
  };
});

/** The catalogue as a reader of `locale` sees it when the site is built; while developing, as it is at each request. */
export async function catalogueIn(locale: Locale): Promise<Catalogue> {
  if (import.meta.env.DEV) return makeCatalogue(locale, readContent());
  return traced(await builtCatalogue(locale));
}

function builtCatalogue(locale: Locale): Promise<Catalogue> {
  const { content, catalogues } = built();
  const catalogue = catalogues.get(locale) ?? makeCatalogue(locale, content);
  catalogues.set(locale, catalogue);
  return catalogue;
}

/** The catalogue in every language. */
export function allCatalogues(): Promise<ReadonlyMap<Locale, Catalogue>> {
  return inEach(catalogueIn);
}

async function inEach(
  catalogue: (locale: Locale) => Promise<Catalogue>,
): Promise<ReadonlyMap<Locale, Catalogue>> {
  return new Map(
    await Promise.all(locales.map(async (locale) => [locale, await catalogue(locale)] as const)),
  );
}

/** What editors may want to look after, in each language of their own: what Astro’s `getStaticPaths` returns. */
export async function statePages(): Promise<
  { params: { locale: Locale }; props: { state: ContentState; asked: string | undefined } }[]
> {
  const [changes, report] = await Promise.all([readHistory(site.contentDir), readLinkReport(site.linksFile)]);
  const facts = {
    content: await (import.meta.env.DEV ? readContent() : built().content),
    now: buildTime(process.env),
    timeZone: site.timeZone,
    changes,
    deadLinks: report?.dead,
  };
  return locales.map((locale) => ({
    params: { locale },
    props: { state: contentState(facts, locale), asked: report?.asked },
  }));
}

/** The pages of a collection's entries, one in each language: what Astro's `getStaticPaths` returns. */
export async function entryPages(
  collection: 'courses' | 'sessions' | 'topics' | 'paths' | 'modules' | 'people' | 'news' | 'pages',
) {
  const pages = locales.map(async (locale) => {
    const slugs = [...(await catalogueIn(locale))[collection].keys()];
    return slugs.map((slug) => ({ params: { locale, slug } }));
  });
  return (await Promise.all(pages)).flat();
}

/** The body of an entry in the language of its text, headings from `baseLevel`; empty where it has none. */
export function bodyOf({ body, language }: InLanguage<object, object>, baseLevel = levelOfBodies): ShownBody {
  if (!body) return { segments: [], headings: [] };
  if (import.meta.env.DEV) return bodyIn(bodySource(body), body, language, baseLevel);
  const { shownLast } = built();
  const key = `${language} ${baseLevel} ${body.digest}`;
  const known = shownLast.get(key);
  if (known) return known;
  const shown =
    (baseLevel === levelOfBodies ? offeredBodies()?.shownOf(language, body) : undefined) ??
    bodyIn(bodySource(body), body, language, baseLevel);
  shownLast.set(key, shown);
  const [oldest] = shownLast.keys();
  if (oldest !== undefined && shownLast.size > mostShownLast) shownLast.delete(oldest);
  return shown;
}

const mostShownLast = 16;

/** The words of an entry’s body, as its readers see them. */
export async function bodyWords(entry: InLanguage<object, object>): Promise<string> {
  const { body, language } = entry;
  if (!body || body.isEmpty) return '';
  return (
    offeredBodies()?.wordsOf(language, body) ??
    textOfSegments(bodyIn(bodySource(body), body, language).segments, blocks)
  );
}

function bodySource({ file, line }: BodyPlace): string {
  return readFileSync(join(site.contentDir, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .slice(line - 1)
    .join('\n');
}

async function makeCatalogue(locale: Locale, read: Promise<Content>): Promise<Catalogue> {
  return catalogueFor(locale, await read, buildTime(process.env), site.timeZone);
}

async function readContent(): Promise<Content> {
  const byCollection = Map.groupBy(await offeredEntries(), ({ collection }) => collection);
  const maps = collectionNames.map((name) => {
    const sorted = (byCollection.get(name) ?? []).toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
    return [name, new Map(sorted.map((entry) => [entry.slug, entry]))];
  });
  return Object.fromEntries(maps) as unknown as Content;
}
