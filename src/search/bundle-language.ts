import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locale } from '../i18n/locales.ts';
import { indexFiles } from './index-files.ts';
import { readRecords, recordsLacking } from './records-file.ts';
import { keyOf, openTextStore } from './texts/text-store.ts';
import { type TallyFile, WordTally } from './word-tally.ts';

/** What is made in a process of its own. */
export interface LanguageBundle {
  readonly locale: Locale;
  /** The file with the records of the language, as `recordsFile` has it. */
  readonly records: string;
  /** The folder in which its bundle is kept from one build to the next. */
  readonly bundle: string;
  /** The folder in which parsed texts are kept, whatever becomes of the bundle. */
  readonly texts: string;
}

/** What lies beside a bundle that is kept: of which records it is, what it is called, the digest of each of its files. */
interface Label {
  readonly records: string;
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Makes the bundle of a language in the folder `bundle/files`, unless the one that lies there is of the same records.
 * Only texts that changed are parsed, only files that changed are written. The name of the bundle, which changes with
 * what is in it. Whoever asks for the last closes Pagefind.
 */
export async function bundleLanguage(language: LanguageBundle): Promise<string> {
  const { locale, bundle } = language;
  const text = await readFile(language.records, 'utf8');
  const digest = keyOf(text);
  const label = join(bundle, 'label.json');
  const former = await readLabel(label);
  if (former?.records === digest) return former.name;
  await rm(label, { force: true });
  const store = await openTextStore(join(language.texts, `${locale}.${await pagefindVersion()}.terms`));
  const records = readRecords(text);
  const tally = former ? await formerTally(bundle, text) : WordTally.of(records);
  const files = await indexFiles(records, locale, store, tally);
  await store.save();
  const digests = Object.fromEntries([...files].map(([path, content]) => [path, keyOf(content)]));
  const name = `${locale}-${nameOf(digests)}`;
  await writeChanged(join(bundle, 'files'), files, digests, former?.files ?? {});
  await writeFile(join(bundle, recordsName), text);
  await writeFile(join(bundle, tallyName), JSON.stringify(tally.toFile()));
  await writeFile(label, JSON.stringify({ records: digest, name, files: digests } satisfies Label));
  return name;
}

/** What lies beside a bundle for the next: its records, and what they came to. */
const [recordsName, tallyName] = ['records.json', 'words.json'];

/** The words of the records in `text`, known from those of the former bundle: what is gone is taken out, what is new counted. */
async function formerTally(bundle: string, text: string): Promise<WordTally> {
  const former = await readFile(join(bundle, recordsName), 'utf8');
  const tally = WordTally.from(JSON.parse(await readFile(join(bundle, tallyName), 'utf8')) as TallyFile);
  tally.remove(recordsLacking(former, text));
  tally.add(recordsLacking(text, former));
  return tally;
}

/** Letters and digits that change with the files. */
function nameOf(digests: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(digests)).digest('hex').slice(0, 12);
}

/** Of the package: what another version parsed is not used. */
async function pagefindVersion(): Promise<string> {
  const file = new URL('../package.json', import.meta.resolve('pagefind'));
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}

async function readLabel(file: string): Promise<Label | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Label);
}

/** Makes `folder` hold the files alone. None is written into: a site that is served shares the old ones. */
async function writeChanged(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  digests: Readonly<Record<string, string>>,
  former: Readonly<Record<string, string>>,
): Promise<void> {
  if (Object.keys(former).length === 0) await rm(folder, { recursive: true, force: true });
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  for (const place of folders) await mkdir(place, { recursive: true });
  for (const path of Object.keys(former))
    if (digests[path] !== former[path]) await rm(join(folder, path), { force: true });
  for (const [path, content] of files)
    if (digests[path] !== former[path]) await writeFile(join(folder, path), content);
}
