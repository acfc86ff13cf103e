import { expect, test } from 'vitest';
import { addressesFile, readAddresses } from '../../src/search/addresses.ts';

const records = [
  { type: 'course', url: '/fr/courses/ecrire/' },
  { type: 'person', url: '/fr/people/anne/' },
  { type: 'course', url: '/fr/courses/deutsch/' },
] as const;

test('a file of addresses gives back every address, by kind as the titles are', () => {
  expect(readAddresses(addressesFile(records))).toEqual([
    '/fr/courses/ecrire/',
    '/fr/courses/deutsch/',
    '/fr/people/anne/',
  ]);
});

test('a beginning that all addresses share is written once', () => {
  expect(addressesFile(records)[0]).toEqual({ base: '/fr/courses/', rests: 'ecrire/\ndeutsch/' });
});
