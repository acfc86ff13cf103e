import { expect, test } from 'vitest';
import { accessibilityStatementOf, type Verdict } from '../../src/catalogue/audit.ts';
import type { AuditView } from '../../src/catalogue/catalogue.ts';
import { criteria } from '../../src/schema/audit.ts';

function audit(date: string, ...verdicts: Verdict[]): AuditView {
  const results = verdicts.map((verdict, index) => ({ criterion: criteria[index] ?? '', verdict }));
  return { facts: { date, results } } as unknown as AuditView;
}

const conformance = (...verdicts: Verdict[]) =>
  accessibilityStatementOf([audit('2026-11-23', ...verdicts)])?.conformance;

test('RAWeb 1.1 has 136 criteria, from 1.1 to 17.11', () => {
  expect([criteria.length, criteria[0], criteria.at(-1)]).toEqual([136, '1.1', '17.11']);
});

test('a site conforms where all that applies is met, partly from a half on, else not', () => {
  expect(conformance('met', 'not-applicable')).toBe('total');
  expect(conformance('met', 'not-met')).toBe('partial');
  expect(conformance('met', 'not-met', 'not-met')).toBe('none');
});

test('what nobody has checked does not count as met', () => {
  expect(conformance('met', 'met', 'to-check')).toBe('partial');
  expect(conformance('met', 'to-check', 'to-check')).toBe('none');
});

test('the newest assessment fills the statement, the oldest says since when there is one', () => {
  const statement = accessibilityStatementOf([audit('2027-11-01', 'met'), audit('2026-11-23', 'not-met')]);
  expect([statement?.conformance, statement?.created]).toEqual(['total', '2026-11-23']);
});

test('without an assessment there is nothing to state', () => {
  expect(accessibilityStatementOf([])).toBeUndefined();
});
