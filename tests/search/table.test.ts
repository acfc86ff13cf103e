import { expect, test } from 'vitest';
import { readTable, tableFile } from '../../src/search/table.ts';
import { recordOf } from './record.ts';

test('facets, durations, days and hours come back as they were, in the order of the titles', () => {
  const [march, may] = ['2027-03-01', '2027-05-01'];
  const records = [
    recordOf({
      facets: { topic: ['data', 'web'], duration: ['day'], day: [march, may], free: [may] },
      date: march,
      hours: 6.5,
    }),
    recordOf({ type: 'person' }),
    recordOf({ facets: { topic: ['web'] } }),
    recordOf({ facets: { day: [may], free: [may] }, date: march }),
    recordOf({ facets: { day: [may] } }),
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
