import type { APIRoute } from 'astro';
import { cardOfResult } from '../../components/course-card.ts';
import { bodyOf, catalogueIn } from '../../content.ts';
import type { Locale } from '../../i18n/locales.ts';
import { inEachLanguage } from '../../i18n/paths.ts';
import { textOfSegments } from '../../mdx/text.ts';
import { blocks } from '../../schema/blocks.ts';
import { searchRecords } from '../../search/records.ts';

export const getStaticPaths = inEachLanguage;

/** What the search will find: the build makes the index of it and takes it away. */
export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) => {
  const catalogue = await catalogueIn(locale);
  const records = await searchRecords(catalogue, async (entry) =>
    textOfSegments((await bodyOf(entry)).segments, blocks),
  );
  const withCards = records.map((record) => {
    const card = record.type === 'course' ? cardOfResult(catalogue, record.slug) : undefined;
    return card ? { ...record, card } : record;
  });
  return Response.json(withCards);
};
