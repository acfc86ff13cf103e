import type * as z from 'zod';
import { defaultLocale, type Locale } from '../i18n/locales.ts';
import { readBody } from '../loader/body.ts';
import { readEntry } from '../loader/read-entry.ts';
import { type CollectionName, collections } from '../schema/collections.ts';
import { factsOf } from '../schema/field-facts.ts';
import { type Halves, halvesOfForms } from '../schema/forms.ts';
import { type Mistake, withoutBlanks } from '../schema/mistakes.ts';
import { fileFormat, isBlankFile } from './format.ts';
import { mistakeInWords } from './mistake-words.ts';
import type { EditorWords } from './words.ts';

/** An entry as the editor holds it: its fields in each language, the body among them. */
export type EntryData = Readonly<Partial<Record<Locale, object>>>;

/** What the build would refuse of an entry, each in a sentence with the language and the field’s name as the form shows it. */
export function refusalsOf(collection: CollectionName, data: EntryData, words: EditorWords): string[] {
  const { extension } = collections[collection];
  const format = fileFormat(extension);
  const files = Object.entries(data)
    .map(([locale, fields]) => ({ locale: locale as Locale, text: format.toFile(fields) }))
    .filter(({ locale, text }) => locale === defaultLocale || !isBlankFile(text))
    .map(({ locale, text }) => ({
      file: `${collection}/entry.${locale}.${extension}`,
      collection,
      slug: 'entry',
      locale,
      text,
      digest: '',
    }));
  const halves = halvesOfForms()[collection];
  const { mistakes } = readEntry(files, halves, readBody, '');
  const nameless = files.flatMap(({ file, locale }) => namelessText(file, data[locale], halves));
  const texts = new Map(files.map(({ file, text }) => [file, text.split('\n')]));
  const lineOf = ({ file, line }: Mistake) => (line ? texts.get(file)?.[line - 1] : undefined);
  return [
    ...new Set([...mistakes, ...nameless].map((mistake) => mistakeInWords(mistake, words, { lineOf }))),
  ];
}

/** To the build a text without a title is one that is not translated: nobody would see what was written. */
function namelessText(file: string, fields: object = {}, { head, texts }: Halves): Mistake[] {
  const isWritten = Object.keys((withoutBlanks(fields) ?? {}) as object).some(
    (name) => name === 'body' || name in texts.shape,
  );
  if (!head || !isWritten || withoutBlanks((fields as Record<string, unknown>)[head]) !== undefined)
    return [];
  const { key, params = {} } = factsOf(texts.shape[head] as z.ZodType).remedy;
  return [{ file, field: head, key, params }];
}
