import type { SearchRecord } from '../../search/records.ts';
import { chanceOf } from '../make-content/chance.ts';
import { type Words, wordsLike } from '../make-content/words.ts';
import type { Identified } from './documents.ts';

/** `count` courses with made-up texts in the words of `like`, each with titles in three other languages, topics and a code. */
export function generatedRecords(like: readonly Identified[], count: number): SearchRecord[] {
  const chance = chanceOf(5);
  const words = wordsLike(
    like.map(({ record }) => `${record.title} ${record.summary} ${record.text}`),
    chance,
  );
  const one = (count: number) => chance.between(0, count - 1);
  const two = (number: number) => String(number).padStart(2, '0');
  const topics = Array.from({ length: 24 }, () => words.title());
  return Array.from({ length: count }, (_, number) => {
    const slug = `course-${number}`;
    const others = [words.title(), words.title(), words.title(), `GEN-${number}`];
    return {
      type: 'course',
      slug,
      url: `/fr/courses/${slug}/`,
      language: 'fr',
      title: `${words.title()} ${words.word()}`,
      summary: words.sentence(),
      text: textOf(words),
      others,
      tags: [words.word(), words.word()],
      keywords: [...others, topics[number % 24] ?? '', topics[(number * 7) % 24] ?? ''],
      facets: {
        topic: [`topic-${one(24)}`],
        level: [`level-${one(5)}`],
        modality: [`modality-${one(4)}`],
        audience: [`audience-${one(6)}`],
        language: [one(8) ? 'fr' : 'de'],
      },
      date: one(3) ? `2027-${two(1 + one(12))}-${two(1 + one(28))}` : '9999-12-31',
      hours: 3 + one(8),
    };
  });
}

/** About as much as a course’s page says. */
function textOf(words: Words): string {
  return Array.from({ length: 4 }, () => words.paragraph(4)).join(' ');
}

/** What readers of the generated `records` type: beginnings and pairs of words of titles, every fourth time misspelt. */
export function generatedQueries(records: readonly SearchRecord[], count = 24): string[] {
  return Array.from({ length: count }, (_, at) => {
    const words = (records[at * Math.floor(records.length / count)]?.title ?? '').toLowerCase().split(' ');
    const query = at % 2 ? `${words[0]} ${words[3]}` : words.slice(0, 3).join(' ');
    return at % 4 === 3 ? query.replace(/(.{4})(.)(.)/, '$1$3$2') : query;
  });
}
