import { type LearningRecord, readSections, type Work } from '../catalogue/progress.ts';

type Words = (key: string, values?: Record<string, string | number>) => string;

/** What a record says of its page, in words: sections read, day. */
export function factsOf(record: LearningRecord, words: Words, language: string): string[] {
  const day = new Date(`${record.day}T12:00:00Z`);
  const date = Number.isNaN(day.getTime())
    ? ''
    : new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(day);
  return [
    ...(record.sections > 0 ? [words('read', { n: readSections(record), of: record.sections })] : []),
    ...(date ? [words('day', { date })] : []),
  ];
}

/** What was done in each block, in words, with the notes. */
export function worksOf(record: LearningRecord, words: Words): { line: string; note: string | undefined }[] {
  return Object.values(record.works).map((work) => ({
    line: words(work.kind, { title: work.title, n: doneIn(work), of: work.of ?? 0 }),
    note: work.note,
  }));
}

function doneIn({ right, marks }: Work): number {
  return right ?? marks?.length ?? 0;
}
