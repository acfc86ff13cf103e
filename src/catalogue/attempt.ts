import { isFinished, type LearningRecord, type Work } from './progress.ts';

/** What a learning platform is told of someone’s work in a module. */
export interface Attempt {
  /** True when every section was read and every quiz was answered. */
  readonly isDone: boolean;
  /** Out of 100, over the questions of all quizzes; undefined before the first quiz was answered. */
  readonly score: number | undefined;
}

/** A quiz of the page: its name among the works of the record, and how many questions it has. */
export interface QuizOfPage {
  readonly name: string;
  readonly of: number;
}

export type LessonStatus = 'incomplete' | 'completed' | 'passed' | 'failed';

/** How far the work of `record` has come on a page with these quizzes. */
export function attemptOf(record: LearningRecord, quizzes: readonly QuizOfPage[]): Attempt {
  const right = quizzes.map(({ name }) => record.works[name]?.right);
  const answered = right.filter((each) => each !== undefined);
  const all = quizzes.reduce((sum, { of }) => sum + of, 0);
  const isRead = record.sections === 0 || isFinished(record);
  return {
    isDone: isRead && answered.length === quizzes.length,
    score:
      answered.length > 0
        ? Math.round((100 * answered.reduce((sum, each) => sum + each, 0)) / all)
        : undefined,
  };
}

/**
 * The status to report: with a score to reach (`mastery`) a quiz is passed or failed, without one a module is completed.
 * Undefined where the one reported `before` stays: what was reached is never taken back.
 */
export function statusOf(
  { isDone, score }: Attempt,
  mastery: number | undefined,
  before: string,
): LessonStatus | undefined {
  if (before === 'passed') return undefined;
  if (!isDone) return before === 'completed' || before === 'failed' ? undefined : 'incomplete';
  if (mastery === undefined || score === undefined) return 'completed';
  return score >= mastery ? 'passed' : 'failed';
}

/** The sections read and the works, without titles and notes, in at most `most` characters: the works that find room. */
export function packed({ read, works }: Pick<LearningRecord, 'read' | 'works'>, most: number): string {
  let kept: Record<string, PackedWork> = {};
  for (const [name, { kind, marks, right, of }] of Object.entries(works)) {
    if (kind === 'reflection') continue;
    const more = {
      ...kept,
      [name]: {
        kind,
        ...(marks && { marks }),
        ...(right !== undefined && { right }),
        ...(of !== undefined && { of }),
      },
    };
    if (JSON.stringify({ read, works: more }).length <= most) kept = more;
  }
  return JSON.stringify({ read, works: kept });
}

type PackedWork = Omit<Work, 'title' | 'note'>;

/** What `packed` wrote; nothing where `text` is something else. Titles are empty. */
export function unpacked(text: string): Pick<LearningRecord, 'read' | 'works'> {
  try {
    const { read, works } = JSON.parse(text) as { read: unknown; works: unknown };
    return {
      read: isNumbers(read) ? read : [],
      works: Object.fromEntries(
        Object.entries(works ?? {}).flatMap(([name, work]) =>
          isWork(work) ? [[name, { ...work, title: '' }]] : [],
        ),
      ),
    };
  } catch {
    return { read: [], works: {} };
  }
}

function isWork(value: unknown): value is PackedWork {
  const { kind, marks, right, of } = (value ?? {}) as Partial<Record<keyof Work, unknown>>;
  const isNumber = (each: unknown) => each === undefined || typeof each === 'number';
  const isKind = kind === 'quiz' || kind === 'flashcards' || kind === 'list';
  return isKind && (marks === undefined || isNumbers(marks)) && isNumber(right) && isNumber(of);
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'number');
}

/** A span of time as SCORM writes it: 0001:05:09.00. */
export function timeSpan(milliseconds: number): string {
  const hundredths = Math.max(0, Math.floor(milliseconds / 10));
  const two = (n: number) => String(n).padStart(2, '0');
  const seconds = Math.floor(hundredths / 100);
  const hours = Math.min(9999, Math.floor(seconds / 3600));
  return `${String(hours).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}
