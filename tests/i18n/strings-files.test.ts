import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { hasString } from '../../src/i18n/strings.ts';
import { blocks } from '../../src/schema/blocks.ts';
import { collectionNames, collections } from '../../src/schema/collections.ts';
import { factsOf } from '../../src/schema/field-facts.ts';

const tables = Object.fromEntries(
  locales.map((locale) => [locale, JSON.parse(readFileSync(`src/i18n/strings/${locale}.json`, 'utf8'))]),
) as Record<Locale, Record<string, string>>;
const [main, ...others] = locales;

test.each(others)('%s has words for all that French has words for, and for nothing else', (locale) => {
  expect(Object.keys(tables[locale]).sort()).toEqual(Object.keys(tables[main]).sort());
});

test.each(others)('the words in %s have room for the same values as in French', (locale) => {
  const differing = Object.keys(tables[main]).filter(
    (key) => `${placeholders(tables[main][key])}` !== `${placeholders(tables[locale][key])}`,
  );
  expect(differing).toEqual([]);
});

test.each(locales)('no word in %s is empty or ends in blank space', (locale) => {
  const careless = Object.entries(tables[locale]).filter(
    ([, words]) => words.trim() !== words || words === '',
  );
  expect(careless).toEqual([]);
});

test('French has its no-break spaces and curved apostrophes', () => {
  const careless = Object.entries(tables.fr).filter(([, words]) => /\w'\w| [;:!?»]|« /u.test(words));
  expect(careless).toEqual([]);
});

test('everything that counts has its plural forms', () => {
  const alone = Object.keys(tables[main]).filter(
    (key) => key.endsWith('.count.one') && !hasString(key.replace(/one$/, 'other')),
  );
  expect(alone).toEqual([]);
});

test('every mistake in a field, of an entry or a block, has words', () => {
  const silent = allFields()
    .map((field) => factsOf(field).remedy.key)
    .filter((key) => !hasString(key));
  expect([...new Set(silent)]).toEqual([]);
});

test('every mistake that the checks name has words', () => {
  const files = ['schema/rules', 'schema/mistakes', 'schema/blocks', 'loader/cross-checks', 'loader/files']
    .concat(['loader/front-matter', 'loader/read-entry'])
    .map((name) => readFileSync(`src/${name}.ts`, 'utf8'));
  const named = files.flatMap((text) => text.match(/(?<=')mistakes\.\w+(?=')/g) ?? []);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((key) => !hasString(key))).toEqual([]);
});

test('every option that pages show has words', () => {
  const shown = ['level', 'modality', 'languages', 'audiences'] as const;
  const { shape } = collections.courses.form;
  const keys = shown.flatMap((name) =>
    (factsOf(shape[name]).options ?? []).map((option) => `options.${name}.${option}`),
  );
  expect(keys.filter((key) => !hasString(key))).toEqual([]);
});

function placeholders(words = ''): string[] {
  return [...new Set(words.match(/\{\w+\}/g) ?? [])].sort();
}

function allFields(): z.ZodType[] {
  const forms = [
    ...collectionNames.map((name) => collections[name].form),
    ...Object.values(blocks).map(({ fields }) => fields),
  ];
  return forms.flatMap((form) => fieldsIn(form as z.ZodObject));
}

function fieldsIn(form: z.ZodObject): z.ZodType[] {
  return (Object.values(form.shape) as z.ZodType[]).flatMap((field) => {
    const inner = field.def.type === 'optional' ? (field as z.ZodOptional).unwrap() : field;
    const item = (inner as z.ZodType).def.type === 'array' ? (inner as z.ZodArray).element : inner;
    return (item as z.ZodType).def.type === 'object' ? [field, ...fieldsIn(item as z.ZodObject)] : [field];
  });
}
