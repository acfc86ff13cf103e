import { expect, test } from 'vitest';
import { attemptOf, packed, statusOf, timeSpan, unpacked } from '../../src/catalogue/attempt.ts';
import type { LearningRecord, Work } from '../../src/catalogue/progress.ts';

const aQuiz = (work: Partial<Work> = {}): Work => ({ kind: 'quiz', title: 'Vérifier', of: 4, ...work });

const aRecord = (facts: Partial<LearningRecord> = {}): LearningRecord => ({
  title: 'Écrire clair',
  address: '/fr/modules/ecrire-clair/',
  language: 'fr',
  sections: 2,
  read: [0, 1],
  works: {},
  day: '2026-11-23',
  ...facts,
});

const quizzes = [
  { name: 'first', of: 4 },
  { name: 'second', of: 6 },
];

test('a module is done when every section was read and every quiz was answered', () => {
  const works = { first: aQuiz({ right: 4 }), second: aQuiz({ right: 0, of: 6 }) };
  expect(attemptOf(aRecord({ works }), quizzes).isDone).toBe(true);
  expect(attemptOf(aRecord({ works, read: [0] }), quizzes).isDone).toBe(false);
  expect(attemptOf(aRecord({ works: { first: aQuiz({ right: 4 }) } }), quizzes).isDone).toBe(false);
});

test('a quiz that was begun and not finished does not make a module done', () => {
  const works = { first: aQuiz({ right: 4 }), second: aQuiz({ of: 6 }) };
  expect(attemptOf(aRecord({ works }), quizzes)).toEqual({ isDone: false, score: 40 });
});

test('a page without sections is done by its quizzes alone', () => {
  const works = { first: aQuiz({ right: 1 }) };
  expect(attemptOf(aRecord({ sections: 0, read: [], works }), quizzes.slice(0, 1)).isDone).toBe(true);
});

test('the score counts the questions of all quizzes, also of those not answered yet', () => {
  const scoreOf = (works: LearningRecord['works']) => attemptOf(aRecord({ works }), quizzes).score;
  expect(scoreOf({ first: aQuiz({ right: 3 }) })).toBe(30);
  expect(scoreOf({ first: aQuiz({ right: 3 }), second: aQuiz({ right: 6, of: 6 }) })).toBe(90);
});

test('there is no score before the first quiz was answered, and a quiz no longer on the page gives none', () => {
  expect(attemptOf(aRecord(), quizzes).score).toBeUndefined();
  expect(attemptOf(aRecord({ works: { gone: aQuiz({ right: 4 }) } }), quizzes).score).toBeUndefined();
});

test('with a score to reach, a module that is done is passed or failed', () => {
  expect(statusOf({ isDone: true, score: 80 }, 80, 'incomplete')).toBe('passed');
  expect(statusOf({ isDone: true, score: 79 }, 80, 'incomplete')).toBe('failed');
  expect(statusOf({ isDone: true, score: 80 }, 80, 'failed')).toBe('passed');
});

test('without a score to reach, or without a quiz, a module that is done is completed', () => {
  expect(statusOf({ isDone: true, score: 20 }, undefined, 'incomplete')).toBe('completed');
  expect(statusOf({ isDone: true, score: undefined }, 80, 'incomplete')).toBe('completed');
});

test('what was reached is never taken back', () => {
  expect(statusOf({ isDone: true, score: 0 }, 80, 'passed')).toBeUndefined();
  expect(statusOf({ isDone: false, score: 0 }, 80, 'passed')).toBeUndefined();
  expect(statusOf({ isDone: false, score: 0 }, undefined, 'completed')).toBeUndefined();
  expect(statusOf({ isDone: false, score: 0 }, 80, 'failed')).toBeUndefined();
  expect(statusOf({ isDone: false, score: undefined }, 80, 'not attempted')).toBe('incomplete');
});

test('what a platform keeps comes back: sections, ticks, answers; titles and notes stay in the browser', () => {
  const works = {
    quiz: aQuiz({ right: 3 }),
    list: { kind: 'list', title: 'Relire', marks: [0, 2], of: 5 },
    note: { kind: 'reflection', title: 'Et chez vous ?', note: 'Mon formulaire' },
  } satisfies LearningRecord['works'];
  const text = packed(aRecord({ works }), 4096);
  expect(text).not.toContain('reflection');
  expect(unpacked(text)).toEqual({
    read: [0, 1],
    works: {
      quiz: { kind: 'quiz', title: '', right: 3, of: 4 },
      list: { kind: 'list', title: '', marks: [0, 2], of: 5 },
    },
  });
});

test('where a platform has little room, the works that fit are kept and the sections always are', () => {
  const marks = Array.from({ length: 60 }, (_, index) => index);
  const works = {
    long: { kind: 'list', title: '', marks, of: 60 },
    short: aQuiz({ right: 3 }),
  } satisfies LearningRecord['works'];
  const text = packed(aRecord({ works }), 120);
  expect(text.length).toBeLessThanOrEqual(120);
  expect(unpacked(text)).toMatchObject({ read: [0, 1], works: { short: { right: 3 } } });
  expect(unpacked(text).works).not.toHaveProperty('long');
});

test.each([
  '',
  'null',
  '[]',
  '{"read":"all"}',
  '{"read":["0"],"works":{"a":{"kind":"game"},"b":null,"c":{"kind":"quiz","right":"3"}}}',
])('what another program left with the platform is overlooked: %s', (text) => {
  expect(unpacked(text)).toEqual({ read: [], works: {} });
});

test('a span of time is written as SCORM 1.2 wants it', () => {
  expect(timeSpan(0)).toBe('0000:00:00.00');
  expect(timeSpan(3_909_010)).toBe('0001:05:09.01');
  expect(timeSpan(-5)).toBe('0000:00:00.00');
  expect(timeSpan(12_000 * 3_600_000)).toMatch(/^9999:/);
});
