import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { cardOfResult } from '../../components/course-card.ts';
import { bodyWords, catalogueIn } from '../../content.ts';
import type { Locale } from '../../i18n/locales.ts';
import { inEachLanguage } from '../../i18n/paths.ts';
import { urlFor } from '../../i18n/urls.ts';
import { openWords } from '../../search/kept-words.ts';
import { planRecords } from '../../search/record-plans.ts';
import type { BodyWords } from '../../search/records.ts';
import { fileOfLines, recordLine } from '../../search/records-file.ts';
import { keptFolders } from '../../traces/kept-folders.ts';
import { openParts } from '../../traces/kept-parts.ts';

export const getStaticPaths = inEachLanguage;

/** What the search will find: the build makes the index of it and takes it away. */
export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) => {
  const catalogue = await catalogueIn(locale);
  const kept = keptFolders()?.made;
  const words = openWords(kept && join(kept, 'body-words', `${locale}.json`));
  const wordsOf: BodyWords = async (entry) => {
    if (!entry.body || entry.body.isEmpty) return '';
    return words.of(entry.body.digest, () => bodyWords(entry));
  };
  const { plans, others, ground } = planRecords(catalogue, wordsOf, urlFor);
  const parts = await openParts(kept && join(kept, 'search-records', locale), ground);
  const lines: Uint8Array[] = [];
  for (const { name, make } of plans) {
    const line = await parts.of(name, async () => {
      const own = await catalogueIn(locale);
      const record = await make(own);
      const card = record.type === 'course' ? cardOfResult(own, record.slug) : undefined;
      return recordLine(card ? { ...record, card } : record);
    });
    lines.push(line);
  }
  parts.save();
  words.save();
  lines.push(...others.map((record) => Buffer.from(recordLine(record))));
  return new Response(new Uint8Array(fileOfLines(lines)), {
    headers: { 'Content-Type': 'application/json' },
  });
};
