import type { Locale } from '../../i18n/locales.ts';
import { locales } from '../../i18n/locales.ts';
import { type Chance, chanceOf } from './chance.ts';
import { makeCourse, makeSession } from './courses.ts';
import { makeModule, makeNews, makePath, makePerson, makeTerm } from './entries.ts';
import type { Ground, MadeFile } from './ground.ts';
import { type Words, wordsLike } from './words.ts';

/** What a made catalogue begins with: the files of a content folder, by their path from there. */
export type Base = ReadonlyMap<string, string>;

/**
 * The files to add to `base` so that there are `courses` courses in all, with sessions, modules, paths, news, people and terms
 * in proportion, in four languages with gaps. The same for the same base, number and seed.
 */
export function* madeCatalogue(base: Base, courses: number, seed: number): Generator<MadeFile> {
  const chance = chanceOf(seed);
  const slugs = (collection: string) => [
    ...new Set(
      [...base.keys()]
        .filter((path) => path.startsWith(`${collection}/`))
        .map((path) => path.slice(collection.length + 1).replace(/\..*$/, '')),
    ),
  ];
  const present = slugs('courses');
  const more = Math.max(0, courses - present.length);
  const words = wordsOf(base, chance);
  const named = (kind: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${kind}-${slugOf(words.fr.title())}-${index + 1}`);
  const own = {
    courses: named('cours', more),
    modules: named('module', Math.ceil(more / 8)),
    people: named('personne', Math.ceil(more / 15)),
    paths: named('parcours', Math.ceil(more / 25)),
    news: named('actualite', Math.ceil(more / 20)),
    glossary: named('terme', Math.ceil(more / 40)),
  };
  const ground: Ground = {
    chance,
    words,
    day: dayOf(base),
    topics: slugs('topics'),
    venues: slugs('venues'),
    people: [...slugs('people'), ...own.people],
    modules: [...slugs('modules'), ...own.modules],
    courses: [...present, ...own.courses],
    glossary: [...slugs('glossary'), ...own.glossary],
    pictures: picturesIn(base),
  };
  for (const slug of own.glossary) yield* makeTerm(ground, slug);
  for (const slug of own.people) yield* makePerson(ground, slug);
  for (const slug of own.modules) yield* makeModule(ground, slug);
  for (const [index, slug] of own.courses.entries()) {
    yield* makeCourse(ground, slug, index + 1);
    for (let session = chance.between(0, 4); session > 0; session -= 1)
      yield* makeSession(ground, `${slug}-s${session}`, slug);
  }
  for (const slug of own.paths) yield* makePath(ground, slug);
  for (const slug of own.news) yield* makeNews(ground, slug);
}

function wordsOf(base: Base, chance: Chance): Record<Locale, Words> {
  const texts = (locale: Locale) =>
    [...base]
      .filter(([path]) => path.endsWith(`.${locale}.mdx`) || path.endsWith(`.${locale}.yaml`))
      .map(([, text]) => text);
  return Object.fromEntries(
    locales.map((locale) => [locale, wordsLike(texts(locale), chance)] as const),
  ) as Record<Locale, Words>;
}

/** The pictures that entries and bodies of the base show. */
function picturesIn(base: Base): string[] {
  const found = [...base.values()].flatMap(
    (text) => text.match(/\/media\/[\w./-]+\.(?:jpe?g|png|webp|svg)\b/g) ?? [],
  );
  return [...new Set(found)].sort();
}

/** The day for which the demonstration was written: sessions lie around it. */
function dayOf(base: Base): string {
  for (const [path, text] of base) {
    const day = path.startsWith('site/') && /^contentDate:[ \t]+["']?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1];
    if (day) return day;
  }
  return '2026-11-23';
}

function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæß]/g, 'e')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/ +/g, '-')
    .slice(0, 40)
    .replace(/-$/, '');
}
