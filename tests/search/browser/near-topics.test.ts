import { expect, test } from 'vitest';
import { nearTopics } from '../../../src/search/browser/near-topics.ts';
import { foldedWords } from '../../../src/search/fold.ts';
import type { Title } from '../../../src/search/titles.ts';

const named = (kind: Title['kind'], title: string, own: Partial<Title> = {}): Title => ({
  kind,
  title,
  words: foldedWords(title),
  others: [],
  tags: [],
  ...own,
});

const titles = [
  named('course', 'Cybersécurité au bureau'),
  named('topic', 'Protection des données', { tags: ['RGPD'] }),
  named('topic', 'Cybersécurité', { others: ['Informationssicherheit'] }),
];

test('a misspelt word is near the topic that is written alike, and to no course', () => {
  expect(nearTopics('cybercecurité', titles)).toEqual([2]);
});

test('a topic is near by its other names and its keywords too', () => {
  expect(nearTopics('Informationsicherheit', titles)).toEqual([2]);
  expect(nearTopics('rgpdd', titles)).toEqual([1]);
});

test('nothing is near words that are like none', () => {
  expect(nearTopics('xyzzy', titles)).toEqual([]);
});
