import { type Catalogue, pick } from '../catalogue/catalogue.ts';
import type { InLanguage } from '../catalogue/languages.ts';
import type { Synonyms } from './synonyms.ts';

interface Named {
  readonly title?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
}

/** Words by which an entry is found although its page does not show them. */
export interface Keywords {
  /** Other names of the entry itself: its titles in the other languages, what means the same, its code as one types it. */
  readonly others: readonly string[];
  /** The keywords that editors gave it, in every language. */
  readonly tags: readonly string[];
  /** Those, and its topics in every language. */
  readonly keywords: readonly string[];
}

/** The keywords of an entry; `synonyms` adds what means the same: as a name, where it stands for a title. */
export function keywordsOf(
  { topics }: Pick<Catalogue, 'topics'>,
  entry: Pick<InLanguage<object, Named>, 'texts' | 'language'>,
  {
    topicSlugs = [],
    code = '',
    synonyms = () => [],
  }: {
    topicSlugs?: readonly string[] | undefined;
    code?: string | undefined;
    synonyms?: Synonyms | undefined;
  },
): Keywords {
  const texts = Object.entries(entry.texts) as [string, Named][];
  const titles = texts
    .filter(([language]) => language !== entry.language)
    .map(([, { title }]) => title ?? '');
  const own = texts.flatMap(([, text]) => text.keywords ?? []);
  const topicTitles = pick(topics, topicSlugs).flatMap((topic) =>
    Object.values(topic.texts).map(({ title }) => title),
  );
  const others = distinct([
    ...titles,
    ...synonyms(texts.map(([, { title }]) => title ?? '')),
    ...spellingsOf(code),
  ]);
  const tags = distinct(own);
  return { others, tags, keywords: distinct([...others, ...tags, ...synonyms(own), ...topicTitles]) };
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== ''))];
}

/** A code as it stands, in words and in one word. */
export function spellingsOf(code: string): string[] {
  return [code, code.replace(/[^\p{L}\p{N}]+/gu, ' '), code.replace(/[^\p{L}\p{N}]+/gu, '')];
}
