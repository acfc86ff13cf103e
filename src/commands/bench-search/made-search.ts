import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalogue, CourseView } from '../../catalogue/catalogue.ts';
import { cardFacts } from '../../catalogue/course-facts.ts';
import { iconOf } from '../../catalogue/topics.ts';
import type { Locale } from '../../i18n/locales.ts';
import { stringsFor } from '../../i18n/strings.ts';
import { coverName } from '../../illustrations/covers.ts';
import { indexFiles } from '../../search/index-files.ts';
import type { CardFacts, SearchRecord } from '../../search/records.ts';
import { suggestionWords } from '../../search/suggestion-words.ts';
import type { Site } from '../../site.ts';
import { makeContent } from '../make-content.ts';
import { openContent } from './shipped.ts';

/** The search of a made catalogue, to be put into a built site in the place of its own. */
export interface MadeSearch {
  readonly records: readonly SearchRecord[];
  /** By their path inside the site. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** About how many entries of a made catalogue come with each course: sessions, modules, people, news. */
const entriesOfCourse = 2.75;

/**
 * The search in `locale` of about `pages` entries: the content of `site` and made entries beside it, with their cards, as
 * a build has them.
 */
export async function madeSearch(
  site: Site,
  locale: Locale,
  pages: number,
  environment: NodeJS.ProcessEnv,
): Promise<MadeSearch> {
  const folder = await mkdtemp(join(tmpdir(), 'made-content-'));
  try {
    await makeContent(site.contentDir, folder, Math.round(pages / entriesOfCourse));
    const open = await openContent(
      { ...site, contentDir: folder },
      environment,
      (language, path) => `${site.basePath}${language}/${path}`,
    );
    const { catalogue, records } = await open(locale);
    const complete = records.map((record) => {
      const course = record.type === 'course' ? catalogue.courses.get(record.slug) : undefined;
      return course ? { ...record, card: cardOf(catalogue, course, site.basePath) } : record;
    });
    const made = await indexFiles(complete, locale);
    const bundle = `_search/${locale}-made/`;
    const manifest = { bundle: `${site.basePath}${bundle}`, words: suggestionWords(locale) };
    const files = new Map([...made].map(([path, content]) => [bundle + path, content]));
    files.set(`${locale}/search.json`, Buffer.from(JSON.stringify(manifest)));
    return { records: complete, files };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a build keeps of a course’s card; that part of it needs Astro. */
function cardOf(catalogue: Catalogue, course: CourseView, basePath: string): CardFacts {
  const cover = coverName(iconOf(catalogue, course.facts.topics), course.facts.code);
  return {
    facts: cardFacts(course.facts, stringsFor(catalogue.locale)).map(({ text }) => text),
    topic: catalogue.topics.get(course.facts.topics[0] ?? '')?.text.title,
    cover: `${basePath}covers/${cover}.svg`,
  };
}
