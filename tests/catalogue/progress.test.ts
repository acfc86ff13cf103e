import { expect, test } from 'vitest';
import {
  isFinished,
  type LearningRecord,
  nextSection,
  readSections,
  sumOf,
  withSection,
  withWork,
} from '../../src/catalogue/progress.ts';

const aRecord = (facts: Partial<LearningRecord> = {}): LearningRecord => ({
  title: 'Écrire clair',
  address: '/fr/modules/ecrire-clair/',
  language: 'fr',
  sections: 3,
  read: [],
  works: {},
  day: '2026-11-23',
  ...facts,
});

test('a section is read once, however often it is marked, and can be unmarked', () => {
  const read = withSection(withSection(withSection(aRecord(), 2, true), 0, true), 2, true);
  expect(read.read).toEqual([0, 2]);
  expect(withSection(read, 2, false).read).toEqual([0]);
});

test('sections that no longer exist do not count', () => {
  expect(readSections(aRecord({ sections: 2, read: [0, 1, 2] }))).toBe(2);
});

test('a module is finished when all its sections are read; one without sections never is', () => {
  expect(isFinished(aRecord({ read: [0, 1, 2] }))).toBe(true);
  expect(isFinished(aRecord({ read: [0, 1] }))).toBe(false);
  expect(isFinished(aRecord({ sections: 0 }))).toBe(false);
});

test('reading goes on at the first section that is not read, once it has begun', () => {
  expect(nextSection(aRecord({ read: [0, 2] }))).toBe(1);
  expect(nextSection(aRecord())).toBeUndefined();
  expect(nextSection(aRecord({ read: [0, 1, 2] }))).toBeUndefined();
});

test('what was done in a block replaces what was done before, and can be forgotten', () => {
  const quiz = { kind: 'quiz', title: 'Quiz', right: 1, of: 2 } as const;
  const done = withWork(withWork(aRecord(), 'fr/quiz', quiz), 'fr/quiz', { ...quiz, right: 2 });
  expect(done.works['fr/quiz']?.right).toBe(2);
  expect(withWork(done, 'fr/quiz', undefined).works).toEqual({});
});

test('a path counts its finished modules and names the first that is not', () => {
  const records = new Map([
    ['a', aRecord({ read: [0, 1, 2] })],
    ['b', aRecord({ read: [0] })],
  ]);
  expect(sumOf(['a', 'b', 'c'], records)).toEqual({ done: 1, of: 3, next: 'b' });
});
