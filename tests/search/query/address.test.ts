import { expect, test } from 'vitest';
import { readQuery, writeQuery } from '../../../src/search/query/address.ts';

const read = (address: string) => readQuery(new URLSearchParams(address));

test('an address says what was asked, and asking it again gives the same address', () => {
  const address =
    '?q=rgpd&level=beginner&level=expert&place=Esch&from=2027-01-01&to=2027-02-28&free=yes&sort=date&view=table';
  expect(writeQuery(read(address))).toBe(address);
});

test('what an address asks twice or in unknown words is left out', () => {
  expect(writeQuery(read('?level=expert&level=expert&colour=red&sort=price&q=++'))).toBe('?level=expert');
});

test('the whole catalogue has the plain address', () => {
  expect(writeQuery(read(''))).toBe('');
});

test('the coming month has an address of its own, without days that would soon be past', () => {
  expect(writeQuery(read('?soon=yes&from=2027-01-01'))).toBe('?soon=yes');
});
