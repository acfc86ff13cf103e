import { defaultLocale, type Locale } from '../i18n/locales.ts';
import type { CollectionName } from '../schema/collections.ts';
import { collections } from '../schema/collections.ts';
import type { BodyPlace, Entry } from '../schema/entry.ts';
import type { Halves } from '../schema/forms.ts';
import {
  checkFields,
  type FieldMistake,
  fieldName,
  type Mistake,
  withoutBlanks,
} from '../schema/mistakes.ts';
import { rules } from '../schema/rules.ts';
import type { ContentFile } from './files.ts';
import { lineOf, type Parts, partsOf, valuesOf } from './front-matter.ts';
import { type Reference, referencesIn } from './references.ts';

type Fields = Record<string, unknown>;

/** A reference and the file it stands in; one in a body has its line, one in a field is found when it is needed. */
export interface PlacedReference extends Reference {
  readonly file: string;
  readonly line?: number;
}

/** An entry as it is read from its files, before anything is known of the others. */
export interface LoadedEntry extends Entry<Fields, Partial<Fields>> {
  readonly collection: CollectionName;
  readonly references: readonly PlacedReference[];
}

export interface ReadEntry {
  /** The entry; where it has mistakes, what could be read of it, so that others can be checked against it. */
  readonly entry: LoadedEntry;
  readonly mistakes: readonly Mistake[];
  readonly notices: readonly Mistake[];
}

/** Reads the body of a file: the build as pages will show it, the editor as far as a browser can. */
export type BodyReader = (
  file: ContentFile,
  parts: Parts,
) => Pick<ReadEntry, 'mistakes' | 'notices'> & {
  readonly place: BodyPlace;
  readonly references: readonly PlacedReference[];
};

/** The entry that `files`, all languages of one slug, describe; or every mistake in them. `digest` is that of the files. */
export function readEntry(
  files: readonly ContentFile[],
  halves: Halves,
  readBody: BodyReader,
  digest: string,
): ReadEntry {
  const reading = new EntryReading(halves);
  const read = files.map((file) => reading.open(file)).filter((opened) => opened !== undefined);
  const first = files[0] as ContentFile;
  const main = read.find(({ file }) => file.locale === defaultLocale);
  const { collection, slug } = first;
  if (!files.some((file) => file.locale === defaultLocale)) {
    const file = first.file.replace(`.${first.locale}.`, `.${defaultLocale}.`);
    reading.mistakes.push({ file: first.file, field: '', key: 'mistakes.factsFile', params: { file } });
  }
  const facts = main && reading.check(main, halves.facts, main.facts);
  for (const other of read) if (other !== main) reading.refuseFacts(other, main?.file.file ?? '');

  const texts: Partial<Record<Locale, Fields>> = {};
  const bodies: Partial<Record<Locale, BodyPlace>> = {};
  const references: PlacedReference[] = [];
  for (const opened of read) {
    if (!isTranslated(opened.texts, halves)) {
      if (read.some((other) => isTranslated(other.texts, halves))) reading.tellOfUnshown(opened);
      continue;
    }
    const value = reading.check(opened, halves.texts, opened.texts);
    if (value) texts[opened.file.locale] = value;
    if (collections[collection].extension === 'yaml') continue;
    const { place, ...body } = readBody(opened.file, opened.parts);
    bodies[opened.file.locale] = place;
    references.push(...body.references);
    reading.mistakes.push(...body.mistakes);
    reading.notices.push(...body.notices);
  }
  if (main && halves.head && read.every(({ texts }) => !isTranslated(texts, halves))) {
    reading.add(main, [{ path: [halves.head], key: 'mistakes.noTitle', params: { field: halves.head } }]);
  }
  const readable = facts ?? readableFields(halves.facts, main?.facts ?? {});
  if (main) {
    const found = referencesIn(halves.facts, readable);
    references.push(...found.map((reference) => ({ ...reference, file: main.file.file })));
  }
  if (main && facts) reading.applyRules(collection, main, facts, read, texts);
  const { mistakes, notices } = reading;
  return {
    entry: { collection, slug, facts: readable, texts, bodies, references, digest },
    mistakes,
    notices,
  };
}

/** The fields of `value` that are right by themselves. */
function readableFields(form: Halves['facts'], value: Fields): Fields {
  const right = Object.entries(form.shape).flatMap(([name, field]) => {
    const read = field.safeParse(value[name]);
    return read.success && read.data !== undefined ? [[name, read.data] as const] : [];
  });
  return Object.fromEntries(right);
}

interface Opened {
  readonly file: ContentFile;
  readonly parts: Parts;
  readonly facts: Fields;
  readonly texts: Fields;
}

/** Collects the mistakes of one entry's files while they are read. */
class EntryReading {
  readonly mistakes: Mistake[] = [];
  readonly notices: Mistake[] = [];
  readonly #halves: Halves;

  constructor(halves: Halves) {
    this.#halves = halves;
  }

  /** The file's fields, sorted into facts and texts; unknown ones are mistakes. */
  open(file: ContentFile): Opened | undefined {
    const parts = partsOf(collections[file.collection].extension, file.text);
    const read = valuesOf(file, parts);
    if ('mistake' in read) {
      this.mistakes.push(read.mistake);
      return undefined;
    }
    const opened = { file, parts, facts: {} as Fields, texts: {} as Fields };
    const { facts, texts } = this.#halves;
    const allowed = file.locale === defaultLocale ? { ...facts.shape, ...texts.shape } : texts.shape;
    for (const [name, value] of Object.entries((withoutBlanks(read.values) ?? {}) as Fields)) {
      if (name in texts.shape) opened.texts[name] = value;
      else if (name in facts.shape) opened.facts[name] = value;
      else {
        const params = { fields: Object.keys(allowed).join(', ') };
        this.add(opened, [{ path: [name], key: 'mistakes.unknownField', params }]);
      }
    }
    return opened;
  }

  /** A language counts as written with its title: what is written without one waits, and pages show another language. */
  tellOfUnshown(opened: Opened): void {
    const { head } = this.#halves;
    const isEmpty = Object.keys(opened.texts).length === 0 && opened.parts.body.trim() === '';
    if (!head || isEmpty) return;
    const { file } = opened.file;
    const line = lineOf(opened.parts, [head]);
    const params = { field: head };
    this.notices.push({ file, ...(line && { line }), field: head, key: 'mistakes.notShown', params });
  }

  check(opened: Opened, form: Halves['facts'], value: Fields): Fields | undefined {
    const checked = checkFields(form, value);
    this.add(opened, checked.mistakes);
    return checked.value;
  }

  refuseFacts(opened: Opened, factsFile: string): void {
    const key = 'mistakes.factInTranslation';
    this.add(
      opened,
      Object.keys(opened.facts).map((name) => ({ path: [name], key, params: { file: factsFile } })),
    );
  }

  /** The rules, on the facts with each language's texts; what is wrong with the facts is said once. */
  applyRules(
    collection: CollectionName,
    main: Opened,
    facts: Fields,
    read: readonly Opened[],
    texts: Partial<Record<Locale, Fields>>,
  ): void {
    const isText = (mistake: FieldMistake) => String(mistake.path[0]) in this.#halves.texts.shape;
    const versions = read.filter(({ file }) => texts[file.locale]);
    for (const rule of rules[collection] ?? []) {
      if (versions.length === 0) this.add(main, rule(facts));
      for (const [index, opened] of versions.entries()) {
        const mistakes = rule({ ...facts, ...texts[opened.file.locale] });
        this.add(opened, mistakes.filter(isText));
        if (index === 0)
          this.add(
            main,
            mistakes.filter((mistake) => !isText(mistake)),
          );
      }
    }
  }

  add({ file, parts }: Pick<Opened, 'file' | 'parts'>, mistakes: readonly FieldMistake[]): void {
    for (const { path, key, params } of mistakes) {
      const line = lineOf(parts, path);
      this.mistakes.push({ file: file.file, ...(line && { line }), field: fieldName(path), key, params });
    }
  }
}

function isTranslated(texts: Fields, { head }: Halves): boolean {
  return head ? texts[head] !== undefined : Object.keys(texts).length > 0;
}
