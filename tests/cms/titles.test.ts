import { expect, test } from 'vitest';
import { chosenBy } from '../../src/cms/titles.ts';

const titles = { aide: 'Aide', redaction: 'Aide à la rédaction', git: 'Git' };

test('a title that begins another one is chosen only when nothing more will be typed', () => {
  expect(chosenBy(titles, 'Aide', false)).toBeUndefined();
  expect(chosenBy(titles, 'Aide', true)).toBe('aide');
  expect(chosenBy(titles, ' aide à la RÉDACTION ', false)).toBe('redaction');
  expect(chosenBy(titles, 'git', false)).toBe('git');
});

test('words that are no title choose nothing', () => {
  expect(chosenBy(titles, 'Gi', true)).toBeUndefined();
  expect(chosenBy(titles, ' ', true)).toBeUndefined();
});
