import { expect, test } from 'vitest';
import { explain } from '../../src/commands/explain.ts';

test('mistakes in content are shown as their list alone, even when the builder has wrapped them', () => {
  const mistakes = Object.assign(new Error('courses/rgpd.fr.mdx\n  hours: Write a number.'), {
    name: 'ContentMistakes',
  });
  expect(explain(new Error('Sync failed', { cause: mistakes }))).toBe(mistakes.message);
});

test('an error in the code is shown with the place a developer needs', () => {
  const error = Object.assign(new Error('Nothing here'), { loc: { file: 'src/pages/index.astro', line: 3 } });
  expect(explain(error)).toContain('in src/pages/index.astro:3');
});

test('what an error came from is shown after it', () => {
  const error = new Error('/fr/ could not be made.', { cause: new Error('Nothing here') });
  expect(explain(error)).toMatch(/^Error: \/fr\/ could not be made\.[\s\S]*\nError: Nothing here\n/);
});
