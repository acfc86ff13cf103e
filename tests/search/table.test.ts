import { expect, test } from 'vitest';
import type { SearchRecord } from '../../src/search/records.ts';
import { readTable, tableFile } from '../../src/search/table.ts';

const record = (own: Partial<SearchRecord>): SearchRecord => ({
  type: 'course',
  slug: 'a',
  url: '/a/',
  language: 'fr',
  title: 'A',
  summary: '',
  text: '',
  keywords: [],
  others: [],
  tags: [],
  facets: {},
  date: '9999-12-31',
  hours: 0,
  ...own,
});

test('facets, durations, days and hours come back as they were, in the order of the titles', () => {
  const [march, may] = ['2027-03-01', '2027-05-01'];
  const records = [
    record({
      facets: { topic: ['data', 'web'], duration: ['day'], day: [march, may], free: [may] },
      date: march,
      hours: 6.5,
    }),
    record({ type: 'person' }),
    record({ facets: { topic: ['web'] } }),
    record({ facets: { day: [may], free: [may] }, date: march }),
    record({ facets: { day: [may] } }),
  ];
  expect(readTable(tableFile(records))).toEqual([
    {
      facets: { topic: ['data', 'web'], duration: ['day'], day: [march, may], free: [may] },
      date: march,
      hours: 6.5,
    },
    { facets: { topic: ['web'] }, date: '9999-12-31', hours: 0 },
    { facets: { day: [may], free: [may] }, date: march, hours: 0 },
    { facets: { day: [may] }, date: '9999-12-31', hours: 0 },
    { facets: {}, date: '9999-12-31', hours: 0 },
  ]);
});
