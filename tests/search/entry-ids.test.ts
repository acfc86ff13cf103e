import { expect, test } from 'vitest';
import { entryIds, readEntryIds } from '../../src/search/entry-ids.ts';

const ids = ['fr_0123abc', 'fr_fedcba9'];
const unread = async (): Promise<string> => {
  throw new Error('There is no need to read a file.');
};

test('ids are not written twice where the index lists them in the same order', async () => {
  const content = 'jfr_0123abc\u0018`jfr_fedcba9\u0019jfr_1111111';
  const brief = entryIds(ids, 'fr', ['a.pf_meta', content]);
  expect(brief).toEqual({ prefix: 'fr_', meta: 'a.pf_meta', count: 2 });
  expect(await readEntryIds(brief, async () => content)).toEqual(ids);
});

test('ids in another order are written down', async () => {
  const brief = entryIds(ids, 'fr', ['a.pf_meta', 'jfr_fedcba9 jfr_0123abc jfr_1111111']);
  expect(await readEntryIds(brief, unread)).toEqual(ids);
});
