import { expect, test } from 'vitest';
import { excerptParts } from '../../../src/search/query/excerpt.ts';

test('an excerpt becomes text and marked text, never markup', () => {
  expect(excerptParts("l'<mark>agent</mark> écrit &lt;b&gt;")).toEqual([
    { text: 'l’', isMarked: false },
    { text: 'agent', isMarked: true },
    { text: ' écrit <b>', isMarked: false },
  ]);
});
