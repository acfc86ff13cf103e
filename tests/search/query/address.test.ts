import { expect, test } from 'vitest';
import { readQuery, writeQuery } from '../../../src/search/query/address.ts';

const read = (address: string) => readQuery(new URLSearchParams(address));

test('an address says what was asked, and asking it again gives the same address', () => {
  const address = '?q=rgpd&level=beginner&level=expert&place=Esch&sort=date';
  expect(writeQuery(read(address))).toBe(address);
});

test('what an address asks twice or in unknown words is left out', () => {
  expect(writeQuery(read('?level=expert&level=expert&colour=red&sort=price&q=++'))).toBe('?level=expert');
});

test('the whole catalogue has the plain address', () => {
  expect(writeQuery(read(''))).toBe('');
});
