import { load } from 'js-yaml';
import { dayAt } from '../catalogue/clock.ts';
import { type OccasionFacts, occasionOf } from '../catalogue/occasions.ts';
import { datesFor } from '../i18n/dates.ts';
import { type Locale, locales } from '../i18n/locales.ts';
import { timeZone } from '../site.ts';

/** Facts that a list shows and no file holds: `withListFacts` writes them into what the backend answers. */
export const listFacts = {
  /** The languages an entry lacks, with a space between. */
  missing: '_missing',
  /** The state of a session or a meeting. */
  state: '_state',
  /** The month in which it begins, in the editor’s words. */
  month: '_month',
  /** Whether an entry is `scheduled` or `withdrawn`. */
  publication: '_publication',
  /** True where somebody is working on a draft of it. */
  draft: '_draft',
} as const;

/** A file of a list as a backend answers it. */
export interface ListedFile {
  readonly data: string;
  readonly file: { readonly path: string };
}

/** For which moment and whom a list is shown. */
export interface ListView {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** The entries that have drafts: collection/slug. */
  readonly drafts: readonly string[];
  /** The editor’s language. */
  readonly locale: Locale;
}

/**
 * The files of a collection with what the lists filter by and no file holds. It stands in the texts that the list shows,
 * never in one that is edited.
 */
export function withListFacts<File extends ListedFile>(
  files: readonly File[],
  { now, drafts, locale }: ListView,
): File[] {
  const languages = Map.groupBy(files, ({ file }) => entryOf(file.path));
  return files.map((listed) => {
    const entry = entryOf(listed.file.path);
    const present = languages.get(entry)?.map(({ file }) => localeOf(file.path)) ?? [];
    const facts = {
      [listFacts.missing]: locales.filter((locale) => !present.includes(locale)).join(' '),
      ...factsOfMeetings(listed, now, locale),
      [listFacts.publication]: publicationOf(listed, now),
      [listFacts.draft]: drafts.some((draft) => entry.endsWith(`/${draft}`)) || undefined,
    };
    const lines = Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      .join('\n');
    const data = listed.file.path.endsWith('.mdx')
      ? listed.data.replace(/^---[ \t]*\r?\n/, `---\n${lines}\n`)
      : `${lines}\n${listed.data}`;
    return { ...listed, data };
  });
}

const ending = /\.([a-z]+)\.(?:mdx|yaml)$/;

function entryOf(path: string): string {
  return path.replace(ending, '');
}

function localeOf(path: string): Locale | undefined {
  return ending.exec(path)?.[1] as Locale | undefined;
}

/** None for what has no meetings. A list shows files that can’t be read, too. */
function factsOfMeetings({ data, file }: ListedFile, now: number, locale: Locale) {
  if (!file.path.endsWith('.yaml') || !/^meetings:/m.test(data)) return {};
  try {
    const { state, firstDay } = occasionOf(load(data) as OccasionFacts, now, timeZone);
    return { [listFacts.state]: state, [listFacts.month]: datesFor(locale).month(firstDay) };
  } catch {
    return {};
  }
}

function publicationOf({ data, file }: ListedFile, now: number): 'scheduled' | 'withdrawn' | undefined {
  const today = dayAt(now, timeZone);
  const day = (field: string) => new RegExp(`^${field}: *['"]?(\\d{4}-\\d\\d-\\d\\d)`, 'm').exec(data)?.[1];
  // A piece of news appears on its date.
  const begins = file.path.includes('/news/') ? day('date') : day('publishOn');
  if ((begins ?? '') > today) return 'scheduled';
  return (day('unpublishOn') ?? '9999') <= today ? 'withdrawn' : undefined;
}
