import { load } from 'js-yaml';
import { type Locale, locales } from '../i18n/locales.ts';
import { listFacts } from './collections.ts';

/** A file of a list as a backend answers it. */
export interface ListedFile {
  readonly data: string;
  readonly file: { readonly path: string };
}

/**
 * The files of a collection with what the lists filter by and no file holds: which languages an entry lacks, and
 * whether its meetings are over on the day `today`. It stands in the texts that the list shows, never in one that is edited.
 */
export function withListFacts<File extends ListedFile>(files: readonly File[], today: string): File[] {
  const languages = Map.groupBy(files, ({ file }) => entryOf(file.path));
  return files.map((listed) => {
    const present = languages.get(entryOf(listed.file.path))?.map(({ file }) => localeOf(file.path)) ?? [];
    const missing = locales.filter((locale) => !present.includes(locale));
    const last = lastDay(listed);
    const facts = [
      `${listFacts.missing}: '${missing.join(' ')}'`,
      ...(last === undefined ? [] : [`${listFacts.state}: ${last < today ? 'over' : 'coming'}`]),
    ].join('\n');
    const data = listed.file.path.endsWith('.mdx')
      ? listed.data.replace(/^---[ \t]*\r?\n/, `---\n${facts}\n`)
      : `${facts}\n${listed.data}`;
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

/** The day of the last meeting; undefined where there are none. A list shows files that can’t be read, too. */
function lastDay({ data, file }: ListedFile): string | undefined {
  if (!file.path.endsWith('.yaml') || !/^meetings:/m.test(data)) return undefined;
  try {
    const { meetings } = load(data) as { meetings?: readonly { date?: unknown }[] };
    return meetings
      ?.map(({ date }) => String(date))
      .toSorted()
      .at(-1);
  } catch {
    return undefined;
  }
}
