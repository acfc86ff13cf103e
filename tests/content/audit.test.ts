import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { loadContent } from '../../src/loader/load.ts';
import type { Audit } from '../../src/schema/audit.ts';
import { evidence } from './audit/evidence.ts';

let results: Audit['facts']['results'];

beforeAll(async () => {
  const { entries } = await loadContent('content', 'public');
  const audits = entries
    .filter(({ collection }) => collection === 'audits')
    .map(({ facts }) => facts as unknown as Audit['facts'])
    .sort((one, other) => (one.date < other.date ? 1 : -1));
  results = audits[0]?.results ?? [];
});

/** The criteria that the newest audit says are met because a machine, or a trial by keyboard, found so. */
function provenByTests(): string[] {
  return results
    .filter(({ checkedBy }) => checkedBy === 'machine' || checkedBy === 'keyboard')
    .map(({ criterion }) => criterion);
}

test('what the accessibility statement calls checked by a machine or by keyboard is checked by tests, and no more', () => {
  const proven = provenByTests();
  expect(proven.length).toBeGreaterThan(20);
  expect(Object.keys(evidence)).toEqual(proven);
});

test('each test on which the accessibility statement rests exists', () => {
  const missing = Object.entries(evidence).flatMap(([criterion, proofs]) =>
    proofs
      .filter(([file, title]) => {
        const path = `tests/${file}`;
        return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
      })
      .map(([file, title]) => `${criterion}: ${file} “${title}”`),
  );
  expect(missing).toEqual([]);
});
