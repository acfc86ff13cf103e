import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locale } from '../i18n/locales.ts';
import { defaultLocale, isLocale } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { date } from '../schema/fields.ts';
import { readSite } from '../site.ts';

/** The collections whose dates lie around the content date: the rest of the content knows no demonstration dates. */
const datedCollections = ['sessions', 'exchanges', 'news', 'site'];

const dayInMilliseconds = 86_400_000;

/** A field whose whole value is a day, or a day and a time; in lists and in groups on one line too. */
const dateField =
  /((?:^|[\s{,])\w+:[ \t]+["']?)(\d{4}-\d{2}-\d{2})(?=(?:T\d{2}:\d{2})?["']?[ \t]*(?:[,}\r\n]|[ \t]#|$))/g;

/**
 * `npm run content:refresh -- --date 2027-11-01`: moves the dates of the demonstration by the whole weeks between the
 * content date and that day, so that weekdays stay. Writes nothing when it refuses. The exit code.
 */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const { t, count } = stringsFor(languageOf(environment));
  const refuse = (line: string): number => {
    console.error(line);
    return 1;
  };
  const target = dateOf(words);
  if (!target) return refuse(t('commands.refresh.badDate'));
  const folder = readSite(environment).contentDir;
  const files = await readDatedFiles(folder);
  const contentDate = contentDateOf(files);
  if (!contentDate) return refuse(t('commands.refresh.noContentDate', { folder: join(folder, 'site') }));
  const weeks = weeksBetween(contentDate, target);
  if (weeks === 0) {
    console.log(t('commands.refresh.nothing', { date: target, contentDate }));
    return 0;
  }
  const moved = files
    .map(({ path, text }) => ({ path, text, moved: moveDates(text, weeks) }))
    .filter((file) => file.moved !== file.text);
  await Promise.all(moved.map((file) => writeFile(file.path, file.moved)));
  console.log(
    count('commands.refresh.weeks', weeks, { from: contentDate, to: dayAfter(contentDate, weeks) }),
  );
  console.log(count('commands.refresh.files', moved.length, { folder }));
  return 0;
}

/**
 * The YAML `text`, or the front matter of an MDX `text`, with every date field moved by `weeks`. All else stays as it is:
 * times, comments, order, days named in a sentence, the body.
 */
export function moveDates(text: string, weeks: number): string {
  const [head = text] = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  const movedHead = head.replace(dateField, (whole, before: string, day: string) =>
    isDay(day) ? before + dayAfter(day, weeks) : whole,
  );
  return movedHead + text.slice(head.length);
}

/** The whole weeks from one day to another; negative when the second is earlier. */
export function weeksBetween(from: string, to: string): number {
  const weeks = (Date.parse(to) - Date.parse(from)) / dayInMilliseconds / 7;
  return weeks < 0 ? Math.ceil(weeks) || 0 : Math.floor(weeks);
}

function dayAfter(day: string, weeks: number): string {
  return new Date(Date.parse(day) + weeks * 7 * dayInMilliseconds).toISOString().slice(0, 10);
}

function isDay(value: string | undefined): value is string {
  return date().safeParse(value).success;
}

interface ContentFile {
  readonly path: string;
  readonly text: string;
}

async function readDatedFiles(folder: string): Promise<ContentFile[]> {
  const paths = await Promise.all(datedCollections.map((collection) => filesIn(join(folder, collection))));
  return Promise.all(paths.flat().map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

/** The content files of a folder; none when there is no such folder. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /\.(?:yaml|mdx)$/.test(name)).map((name) => join(folder, name));
}

function contentDateOf(files: readonly ContentFile[]): string | undefined {
  const days = files.map(({ text }) => /^contentDate:[ \t]+["']?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1]);
  return days.find(isDay);
}

function dateOf(words: readonly string[]): string | undefined {
  try {
    const { values } = parseArgs({ args: [...words], options: { date: { type: 'string' } } });
    return isDay(values.date) ? values.date : undefined;
  } catch {
    return undefined;
  }
}

/** The language of the terminal, where the site speaks it. */
function languageOf({ LC_ALL, LANG }: NodeJS.ProcessEnv): Locale {
  const language = (LC_ALL || LANG || '').slice(0, 2);
  return isLocale(language) ? language : defaultLocale;
}
