import { beforeAll, expect, test } from 'vitest';
import { type OccasionFacts, occasionOf } from '../../src/catalogue/occasions.ts';
import { sessionStates } from '../../src/catalogue/session-state.ts';
import { loadContent } from '../../src/loader/load.ts';
import type { LoadedEntry } from '../../src/loader/read-entry.ts';
import { audiences, levels, modalities } from '../../src/schema/vocabulary.ts';

let entries: readonly LoadedEntry[];

beforeAll(async () => {
  ({ entries } = await loadContent('content', 'public'));
});

test('there is a course for every modality, level and audience', () => {
  const facts = entries.filter(({ collection }) => collection === 'courses').map((course) => course.facts);
  const given = new Set(
    facts.flatMap(({ modality, level, audiences: named }) => [modality, level, ...(named as string[])]),
  );
  expect([...modalities, ...levels, ...audiences].filter((option) => !given.has(option))).toEqual([]);
});

test('on the day of the demonstration there is a session in every state', () => {
  const now = Date.parse('2026-11-23T12:00Z');
  const sessions = entries.filter(({ collection }) => collection === 'sessions');
  const states = new Set(
    sessions.map(
      ({ facts }) => occasionOf(facts as unknown as OccasionFacts, now, 'Europe/Luxembourg').state,
    ),
  );
  expect(sessionStates.filter((state) => !states.has(state))).toEqual([]);
});

test('eight topics are main topics', () => {
  const topics = entries.filter(({ collection }) => collection === 'topics');
  expect(topics.filter(({ facts }) => !facts['parent'])).toHaveLength(8);
});
