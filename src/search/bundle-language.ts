import { createHash, hash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stampOf } from '../files-at.ts';
import type { Locale } from '../i18n/locales.ts';
import { cardFileOf, entryFiles, textFileOf } from './entry-files.ts';
import { commonFiles, type IndexedText } from './index-files.ts';
import { LaidFiles } from './laid-files.ts';
import type { SearchRecord } from './records.ts';
import { lacking, linesIn, readRecords } from './records-file.ts';
import { type FileStore, keyOf, openTextStore } from './texts/text-store.ts';
import { inOrderOfTitles } from './titles.ts';
import { type TallyFile, WordTally } from './word-tally.ts';

/** Where the bundle of a language is kept. */
export interface BundlePlace {
  readonly locale: Locale;
  /** The folder in which it is kept from one build to the next. */
  readonly bundle: string;
  /** The folder in which parsed texts are kept, whatever becomes of the bundle. */
  readonly texts: string;
}

/** What an earlier build left of a bundle. */
export interface EarlierBundle {
  readonly place: BundlePlace;
  readonly label: Label | undefined;
  /** Counts the words of its records. */
  readonly tally: WordTally;
  readonly store: FileStore;
}

/** A bundle whose files are there. */
export interface MadeBundle {
  /** Changes with what is in it. */
  readonly name: string;
  /** Writes down what the next build needs to go on from it; without that it begins anew. */
  readonly keep: () => void;
}

/** What is known of an entry of a bundle. */
interface KnownEntry extends IndexedText {
  /** The digest of its record, and the line on which that stands in its file, from 0. */
  readonly record: string;
  readonly line: number;
  /** Those of its card and its text. */
  readonly files: readonly [card: string, text: string];
}

/** What lies beside a bundle that is kept: of which records it is, what it is called, the digest of each of its files. */
interface Label {
  readonly records: string;
  readonly name: string;
  /** In the order of the titles. */
  readonly entries: readonly KnownEntry[];
  /** Of the files that hold something of all entries, by path. */
  readonly files: Digests;
}

type Digests = Readonly<Record<string, string>>;

const [labelName, recordsName, tallyName] = ['label.json', 'records.json', 'words.json'];

/** True where an earlier build left a bundle. */
export function isThere({ bundle }: BundlePlace): boolean {
  return existsSync(join(bundle, labelName));
}

/** Differs once another bundle was made: its label is the first to go and the last to be written. */
export function stampOfBundle({ bundle }: BundlePlace): string | undefined {
  return stampOf(join(bundle, labelName));
}

/** Reads what an earlier build left of a bundle, before the records of the new one are there. */
export function openBundle(place: BundlePlace): EarlierBundle {
  const { locale, bundle, texts } = place;
  const label = readLabel(join(bundle, labelName));
  const tally = label ? readTally(bundle) : new WordTally();
  return {
    place,
    label,
    tally,
    store: openTextStore(join(texts, `${locale}.${pagefindVersion()}.texts`)),
  };
}

/**
 * Makes the bundle of a language in the folder `bundle/files`, unless the `earlier` one is of the same records; `file` holds
 * these, as `recordsFile` has them. Only texts that changed are parsed, only files of entries that changed are made, only
 * those that differ are written.
 */
export async function bundleLanguage(earlier: EarlierBundle, file: string): Promise<MadeBundle> {
  const {
    place: { locale, bundle },
    label: former,
    tally,
    store,
  } = earlier;
  const recordsDigest = keyOf(readFileSync(file));
  if (former?.records === recordsDigest) return { name: former.name, keep: () => undefined };
  rmSync(join(bundle, labelName), { force: true });
  const records = digested(readFileSync(file, 'utf8'));
  bringUpToDate(tally, bundle, former?.entries ?? [], records);
  const ordered = inOrderOfTitles(records);
  const knownAt = (place: number): KnownEntry | undefined => {
    const known = former?.entries[place];
    return known?.record === ordered[place]?.digest ? known : undefined;
  };
  const common = await commonFiles(ordered, locale, { store, tally, textAt: knownAt });
  if (!former) rmSync(join(bundle, filesName), { recursive: true, force: true });
  const laid = new LaidFiles(join(bundle, filesName), filesOf(former));
  const files = Object.fromEntries(
    [...common.files].map(([path, content]) => [path, laid.lay(path, content)]),
  );
  const entries = ordered.map((record, place): KnownEntry => {
    const { parts, key } = common.texts[place] as IndexedText;
    const { digest, line } = record;
    const known = knownAt(place)?.files;
    if (known) for (const path of [cardFileOf(place), textFileOf(place)]) laid.keep(path);
    // One after the other: together they are as large as all that is read of them.
    const [card, text] = known ?? entryFiles(record, place).map(([path, content]) => laid.lay(path, content));
    return { record: digest, line, parts, key, files: [card ?? '', text ?? ''] };
  });
  laid.removeOthers();
  const name = `${locale}-${nameOf(files, entries)}`;
  const label: Label = { records: recordsDigest, name, entries, files };
  const keep = (): void => {
    store.save();
    copyFileSync(file, join(bundle, recordsName));
    writeFileSync(join(bundle, tallyName), JSON.stringify(tally.toFile()));
    writeFileSync(join(bundle, labelName), JSON.stringify(label));
  };
  return { name, keep };
}

/** A record, with the line that it is in its file. */
interface Digested extends SearchRecord {
  readonly line: number;
  readonly digest: string;
}

function digested(text: string): Digested[] {
  const lines = linesIn(text);
  return readRecords(text).map((record, line) => {
    return { ...record, line, digest: hash('sha1', lines[line] as string, 'base64url') };
  });
}

function readTally(bundle: string): WordTally {
  return WordTally.from(JSON.parse(readFileSync(join(bundle, tallyName), 'utf8')) as TallyFile);
}

/** What is gone of the former bundle is taken out of `tally`, what is new in `records` counted. */
function bringUpToDate(
  tally: WordTally,
  bundle: string,
  former: readonly KnownEntry[],
  records: readonly Digested[],
): void {
  const [now, then] = [records.map(({ digest }) => digest), former.map(({ record }) => record)];
  const gone = lacking(then, now);
  const lines = gone.length > 0 ? linesIn(readFileSync(join(bundle, recordsName), 'utf8')) : [];
  const places = former.map(({ record, line }) => [record, line] as const);
  tally.remove(withDigests(gone, places).map((line) => JSON.parse(lines[line] as string) as SearchRecord));
  const fresh = records.map((record) => [record.digest, record] as const);
  tally.add(withDigests(lacking(now, then), fresh));
}

function withDigests<Item>(
  digests: readonly string[],
  items: readonly (readonly [digest: string, item: Item])[],
): Item[] {
  const byDigest = new Map(items);
  return digests.map((digest) => byDigest.get(digest) as Item);
}

/** Letters and digits that change with the files. */
function nameOf(files: Digests, entries: readonly KnownEntry[]): string {
  const digests = [Object.entries(files).sort(), entries.map((entry) => entry.files)];
  return createHash('sha256').update(JSON.stringify(digests)).digest('hex').slice(0, 12);
}

/** Of the package: what another version parsed is not used. */
function pagefindVersion(): string {
  const file = new URL('../package.json', import.meta.resolve('pagefind'));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function readLabel(file: string): Label | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Label;
  } catch {
    return undefined;
  }
}

const filesName = 'files';

/** The digests of all files of a bundle, by path. */
function filesOf(label: Label | undefined): [path: string, digest: string][] {
  const ofEntries = label?.entries.flatMap(({ files: [card, text] }, place): [string, string][] => [
    [cardFileOf(place), card],
    [textFileOf(place), text],
  ]);
  return [...Object.entries(label?.files ?? {}), ...(ofEntries ?? [])];
}
