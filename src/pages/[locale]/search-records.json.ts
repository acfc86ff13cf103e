import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { cardOfResult } from '../../components/course-card.ts';
import { bodyWords, catalogueIn } from '../../content.ts';
import type { Locale } from '../../i18n/locales.ts';
import { inEachLanguage } from '../../i18n/paths.ts';
import { openWords } from '../../search/kept-words.ts';
import { type BodyWords, searchRecords } from '../../search/records.ts';
import { recordsFile } from '../../search/records-file.ts';
import { keptFolders } from '../../traces/kept-folders.ts';

export const getStaticPaths = inEachLanguage;

/** What the search will find: the build makes the index of it and takes it away. */
export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) => {
  const catalogue = await catalogueIn(locale);
  const kept = keptFolders()?.made;
  const words = await openWords(kept && join(kept, 'body-words', `${locale}.json`));
  const wordsOf: BodyWords = async (entry) => {
    if (!entry.body || entry.body.isEmpty) return '';
    return words.of(entry.body.digest, () => bodyWords(entry));
  };
  const records = await searchRecords(catalogue, wordsOf);
  await words.save();
  const withCards = records.map((record) => {
    const card = record.type === 'course' ? cardOfResult(catalogue, record.slug) : undefined;
    return card ? { ...record, card } : record;
  });
  return new Response(recordsFile(withCards), { headers: { 'Content-Type': 'application/json' } });
};
