import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { barsMet, type Marks, marksTable, medianOf, missedBars } from '../../src/commands/audit/marks.ts';
import { obstacleIn } from '../../src/commands/audit.ts';

const full: Marks = {
  performance: 98,
  accessibility: 100,
  bestPractices: 100,
  seo: 100,
  largestPaint: 1200,
  layoutShift: 0.01,
};

test('a page that just reaches every bar misses none', () => {
  expect(missedBars(full)).toEqual([]);
});

test('marks below and times above their bar are missed, and the table shows a cross there', () => {
  const slow = { ...full, performance: 97, largestPaint: 1201 };
  expect(missedBars(slow)).toEqual(['performance', 'largestPaint']);
  expect(marksTable(new Map([['/fr/', slow]]))).toContain(
    '| /fr/ | 97 ✗ | 100 | 100 | 100 | 1.20 s ✗ | 0.010 |',
  );
});

test('the median of each mark stands alone: one slow visit changes nothing', () => {
  const runs = [99, 100, 40].map((performance) => ({ ...full, performance }));
  expect(medianOf(runs)).toEqual({ ...full, performance: 99 });
  expect(() => medianOf([])).toThrow('at least one run');
});

test('the bars met are counted over all pages', () => {
  expect(barsMet([full, { ...full, seo: 90, layoutShift: 0.2 }])).toEqual([10, 12]);
});

test('a page that is not there, or not compressed, is not judged', () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  expect(obstacleIn(folder, ['fr/'])).toContain('There is no page /fr/');
  mkdirSync(join(folder, 'fr'));
  writeFileSync(join(folder, 'fr/index.html'), '');
  expect(obstacleIn(folder, ['fr/'])).toContain('run npm run build -- --compress first');
  writeFileSync(join(folder, 'fr/index.html.br'), '');
  expect(obstacleIn(folder, ['fr/'])).toBeUndefined();
});
