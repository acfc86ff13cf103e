import { defaultLocale, type Locale, locales } from '../i18n/locales.ts';
import type { Entry } from '../schema/entry.ts';
import type { Instant } from './clock.ts';
import type { Content } from './content.ts';
import { inLanguage } from './languages.ts';
import { occasionOf } from './occasions.ts';

/** An entry with something to do, and its title in a language it has. */
export interface EntryToDo {
  readonly collection: keyof Content;
  readonly slug: string;
  readonly title: string;
  readonly language: Locale;
  /** What to look at in it: an address that does not answer. */
  readonly detail?: string;
}

/** What is to be done: the last part of its words’ key. */
export type Task =
  | `untranslated.${Locale}`
  | `outdated.${Locale}`
  | 'without-session'
  | 'over'
  | 'without-alt'
  | 'dead-links'
  | 'untouched';

/** Entries by what is to be done; undefined where nobody can tell. */
export type ContentState = readonly { readonly task: Task; readonly entries?: readonly EntryToDo[] }[];

/** What the state follows from. */
export interface StateFacts {
  readonly content: Content;
  readonly now: Instant;
  readonly timeZone: string;
  /** When each file was last changed, by its name from the content folder; a file that is missing was changed just now. */
  readonly changes: ReadonlyMap<string, Instant> | undefined;
  readonly deadLinks: readonly { readonly address: string; readonly files: readonly string[] }[] | undefined;
}

type AnyEntry = Entry<object, object>;
type Named = readonly [collection: keyof Content, entry: AnyEntry];

const year = 365 * 86_400_000;

/** The state of all content, also of what is not published yet or no longer, with titles for a reader of `locale`. */
export function contentState(facts: StateFacts, locale: Locale): ContentState {
  const { content, deadLinks } = facts;
  const entries = (Object.keys(content) as (keyof Content)[]).flatMap((collection) =>
    [...(content[collection] as ReadonlyMap<string, AnyEntry>).values()].map(
      (entry): Named => [collection, entry],
    ),
  );
  const translated = entries.filter(([collection]) => collection !== 'synonyms');
  const toDo = (found: readonly Named[]) => found.map((named) => described(named, content, locale));
  const changed = changeOf(facts);
  const ago = facts.now - year;
  const lasts = ([collection, { slug }]: Named) =>
    Math.max(...locales.map((language) => changed?.(collection, slug, language) ?? 0));
  return [
    ...locales.map((language) => ({
      task: `untranslated.${language}` as const,
      entries: toDo(translated.filter(([, entry]) => hasTexts(entry) && !entry.texts[language])),
    })),
    ...locales
      .filter((language) => language !== defaultLocale)
      .map((language) => ({
        task: `outdated.${language}` as const,
        ...(changed && { entries: toDo(translated.filter((named) => isOutdated(named, language, changed))) }),
      })),
    { task: 'without-session', entries: toDo(coursesWithoutSession(facts)) },
    { task: 'over', entries: toDo(sessionsOver(facts)) },
    { task: 'without-alt', entries: toDo(entries.filter(([, entry]) => lacksAlt(entry))) },
    {
      task: 'dead-links',
      ...(deadLinks && {
        entries: deadLinks.flatMap(({ address, files }) =>
          files
            .flatMap((file) => entries.filter(([collection, { slug }]) => isFileOf(file, collection, slug)))
            .map((named) => ({ ...described(named, content, locale), detail: address })),
        ),
      }),
    },
    {
      task: 'untouched',
      ...(changed && { entries: toDo(entries.filter((named) => lasts(named) < ago)) }),
    },
  ];
}

type ChangeOf = (collection: string, slug: string, language: Locale) => Instant | undefined;

/** When the file of an entry in a language was last changed; undefined where it has none. */
function changeOf({ content, changes, now }: StateFacts): ChangeOf | undefined {
  if (!changes) return undefined;
  const byPlace = new Map([...changes].map(([file, moment]) => [file.replace(/\.\w+$/, ''), moment]));
  return (collection, slug, language) => {
    const entry = (content[collection as keyof Content] as ReadonlyMap<string, AnyEntry>).get(slug);
    const known = byPlace.get(`${collection}/${slug}.${language}`);
    return known ?? (entry?.texts[language] ? now : undefined);
  };
}

function hasTexts({ texts }: AnyEntry): boolean {
  return Object.values(texts).some((text) => text && Object.keys(text).length > 0);
}

function isOutdated([collection, { slug, texts }]: Named, language: Locale, changed: ChangeOf): boolean {
  if (!texts[language] || !texts[defaultLocale]) return false;
  const [source = 0, translation = 0] = [defaultLocale, language].map((each) =>
    changed(collection, slug, each),
  );
  return translation < source;
}

/** Pictures and what stands for them in each language: `image` and `imageAlt`, `photo` and `photoAlt`. */
const pictures = ['image', 'photo'] as const;

function lacksAlt({ facts, texts }: AnyEntry): boolean {
  const written = Object.values(texts) as Readonly<Record<string, unknown>>[];
  return pictures.some((name) => name in facts && written.some((text) => !text[`${name}Alt`]));
}

function coursesWithoutSession({ content, now, timeZone }: StateFacts): Named[] {
  const coming = new Set(
    [...content.sessions.values()]
      .filter(({ facts }) => !facts.cancelled && occasionOf(facts, now, timeZone).end > now)
      .map(({ facts }) => facts.course),
  );
  return [...content.courses.values()]
    .filter(({ slug, facts }) => !facts.archived && facts.modality !== 'e-learning' && !coming.has(slug))
    .map((entry) => ['courses', entry]);
}

function sessionsOver({ content, now, timeZone }: StateFacts): Named[] {
  return [...content.sessions.values()]
    .filter(({ facts }) => occasionOf(facts, now, timeZone).end <= now)
    .map((entry) => ['sessions', entry]);
}

function isFileOf(file: string, collection: string, slug: string): boolean {
  return file.startsWith(`${collection}/${slug}.`) && file.split('.').length === 3;
}

function described([collection, entry]: Named, content: Content, locale: Locale): EntryToDo {
  const { slug, facts, text, language } = inLanguage(entry, locale);
  const named = { ...facts, ...text } as Readonly<Record<string, string | undefined>>;
  const title = named['title'] ?? named['term'] ?? named['name'] ?? named['text'];
  const session = collection === 'sessions' ? content.sessions.get(slug) : undefined;
  const course = session && content.courses.get(session.facts.course);
  if (!session || !course) return { collection, slug, title: title ?? slug, language };
  const view = inLanguage(course, locale);
  return {
    collection,
    slug,
    title: `${view.text.title} · ${session.facts.meetings[0]?.date}`,
    language: view.language,
  };
}
