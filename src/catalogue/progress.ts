/** What a browser remembers of someone's learning, and what follows from it. Never an official hour. */

/** One block that was worked on. */
export interface Work {
  readonly kind: 'quiz' | 'reflection' | 'flashcards' | 'list';
  readonly title: string;
  /** Ticked items, or cards that are known: their places from 0. */
  readonly marks?: readonly number[];
  /** Questions that were right at the first check. */
  readonly right?: number;
  /** How many items, cards or questions there are. */
  readonly of?: number;
  readonly note?: string;
}

/** A page that was worked through, a module most of the time. */
export interface LearningRecord {
  readonly title: string;
  /** The address of the page, from the site's root. */
  readonly address: string;
  readonly language: string;
  readonly minutes?: number;
  /** How many sections the page has; 0 where they aren't counted. */
  readonly sections: number;
  /** The places of the sections that were read, from 0, in order. */
  readonly read: readonly number[];
  /** By language and anchor of the block. */
  readonly works: Readonly<Record<string, Work>>;
  /** The day of the last change: 2027-03-15. */
  readonly day: string;
}

/** A record in which section `section` is read, or is to be read again. */
export function withSection(record: LearningRecord, section: number, isRead: boolean): LearningRecord {
  const others = record.read.filter((each) => each !== section);
  return { ...record, read: isRead ? [...others, section].sort((a, b) => a - b) : others };
}

/** A record with what was done in a block; without it where `work` is undefined. */
export function withWork(record: LearningRecord, id: string, work: Work | undefined): LearningRecord {
  const { [id]: _, ...others } = record.works;
  return { ...record, works: work ? { ...others, [id]: work } : others };
}

/** Sections that are read and still exist. */
export function readSections({ read, sections }: Pick<LearningRecord, 'read' | 'sections'>): number {
  return read.filter((section) => section < sections).length;
}

export function isFinished(record: LearningRecord): boolean {
  return record.sections > 0 && readSections(record) === record.sections;
}

/** The first section that is not read; undefined when all are, or none is: then nothing is to be continued. */
export function nextSection(record: LearningRecord): number | undefined {
  if (readSections(record) === 0) return undefined;
  const read = new Set(record.read);
  const next = Array.from({ length: record.sections }, (_, section) => section).find((one) => !read.has(one));
  return next;
}

/** The progress over several modules: how many are finished, and which one comes next. */
export function sumOf(modules: readonly string[], records: ReadonlyMap<string, LearningRecord>) {
  const isDone = (slug: string) => {
    const record = records.get(slug);
    return record !== undefined && isFinished(record);
  };
  const next = modules.find((slug) => !isDone(slug));
  return { done: modules.filter(isDone).length, of: modules.length, next };
}
