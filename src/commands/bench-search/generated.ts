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
        topic: [`topic-${number % 24}`],
        level: [`level-${number % 5}`],
        modality: [`modality-${number % 4}`],
        audience: [`audience-${number % 6}`],
        language: ['fr'],
      },
      date: number % 3 ? `2027-${String(1 + (number % 12)).padStart(2, '0')}-15` : '9999-12-31',
      hours: 3 + (number % 8),
    };
  });
}

/** About as much as a course’s page says. */
function textOf(words: Words): string {
  return Array.from({ length: 4 }, () => words.paragraph(4)).join(' ');
}
