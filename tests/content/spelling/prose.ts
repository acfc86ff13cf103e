import { readFileSync } from 'node:fs';
import type { Locale } from '../../../src/i18n/locales.ts';
import { type ContentFile, readFiles } from '../../../src/loader/files.ts';
import { halvesOfForms } from '../../../src/schema/forms.ts';

/** A line that people read, and where it stands. */
export interface ProseLine {
  readonly place: string;
  readonly text: string;
}

/** What is not prose inside a line: addresses, code, tags, the keys and choices of blocks. Quoted texts stay. */
const notProse = [
  /`[^`]*`/g,
  /\{\w+\}/g,
  /https?:\/\/\S+|[\w.-]+@[\w.-]+|www\.\S+/g,
  /\]\([^)]*\)/g,
  /<\/?[A-Z]\w*|\b(?:id|src|file|course|module|session|kind|href|credit)="[^"]*"/g,
  /\b(?:title|summary|alt|caption)=(?=")/g,
  /^\s*(?:- )?[a-zA-Z]+:(?=\s|$)/g,
];

/** Lines of blocks that hold choices or what a reader may type, not prose. */
const choiceLine = /^\s*(?:- )?(?:file|poster|language|type|tone|answers|right: (?:true|false))\b/;

/** The words the search overlooks, as people type them in haste. */
const typedInHaste = 'search.fillers';

/** Every line of prose in the files of `locale` in the content folder. */
export async function proseOfContent(contentDir: string, locale: Locale): Promise<ProseLine[]> {
  const { files } = readFiles(contentDir);
  const facts = factKeys();
  return files
    .filter(({ file }) => file.includes(`.${locale}.`))
    .flatMap((file) => linesOf(file, facts[file.collection] ?? new Set(), contentDir));
}

/** Every sentence of a file of strings, plurals too. */
export function proseOfStrings(path: string): ProseLine[] {
  const strings = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string | Record<string, string>>;
  return Object.entries(strings)
    .filter(([key]) => key !== typedInHaste)
    .flatMap(([key, value]) =>
      (typeof value === 'string' ? [value] : Object.values(value)).map((text) => ({
        place: `${path} ${key}`,
        text: proseIn(text),
      })),
    );
}

function linesOf({ file, text }: ContentFile, facts: ReadonlySet<string>, contentDir: string): ProseLine[] {
  const isYaml = file.endsWith('.yaml');
  let inFrontMatter = isYaml;
  let isFact = false;
  return text.split('\n').flatMap((raw, index) => {
    if (raw === '---' && !isYaml) inFrontMatter = index === 0;
    const key = inFrontMatter ? /^(\w+):/.exec(raw)?.[1] : undefined;
    if (key || !inFrontMatter) isFact = key !== undefined && facts.has(key);
    if (isFact || raw.startsWith('```') || (!inFrontMatter && choiceLine.test(raw))) return [];
    return [{ place: `${contentDir}/${file}:${index + 1}`, text: proseIn(raw) }];
  });
}

function proseIn(raw: string): string {
  return notProse.reduce((text, pattern) => text.replace(pattern, ' '), raw.replaceAll("''", '’'));
}

/** Facts, and keywords: people type those in any language. */
function factKeys(): Readonly<Record<string, ReadonlySet<string>>> {
  return Object.fromEntries(
    Object.entries(halvesOfForms()).map(([name, { facts }]) => [
      name,
      new Set([...Object.keys(facts.shape), 'keywords']),
    ]),
  );
}
