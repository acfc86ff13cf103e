import { expect, test } from 'vitest';
import { tallyOf } from '../../src/commands/test-tally.ts';

test('a run counts the tests that passed and failed', () => {
  expect(tallyOf({ numPassedTests: 5, numFailedTests: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
});

test('a run that ends badly without a failed test counts as one failure', () => {
  expect(tallyOf({}, 1)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOf({ numPassedTests: 3, numFailedTests: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
});
