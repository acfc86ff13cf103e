import { type Catalogue, pick } from '../catalogue/catalogue.ts';
import type { InLanguage } from '../catalogue/languages.ts';

interface Named {
  readonly title?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
}

/**
 * Words by which an entry is found although its page does not show them: its titles in the other languages, the
 * keywords of every language, its topics in every language, and its code as one types it.
 */
export function keywordsOf(
  { topics }: Pick<Catalogue, 'topics'>,
  entry: Pick<InLanguage<object, Named>, 'texts' | 'language'>,
  { topicSlugs = [], code = '' }: { topicSlugs?: readonly string[] | undefined; code?: string | undefined },
): string[] {
  const texts = Object.entries(entry.texts) as [string, Named][];
  const titles = texts
    .filter(([language]) => language !== entry.language)
    .map(([, { title }]) => title ?? '');
  const keywords = texts.flatMap(([, text]) => text.keywords ?? []);
  const topicTitles = pick(topics, topicSlugs).flatMap((topic) =>
    Object.values(topic.texts).map(({ title }) => title),
  );
  const all = [...titles, ...keywords, ...topicTitles, ...spellingsOf(code)];
  return [...new Set(all.filter((words) => words !== ''))];
}

/** A code as it stands, in words and in one word. */
function spellingsOf(code: string): string[] {
  return [code, code.replace(/[^\p{L}\p{N}]+/gu, ' '), code.replace(/[^\p{L}\p{N}]+/gu, '')];
}
