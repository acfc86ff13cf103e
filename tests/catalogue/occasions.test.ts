import { expect, test } from 'vitest';
import { occasionOf } from '../../src/catalogue/occasions.ts';

test('an occasion is asked for at any moment and in any zone, in any order', () => {
  const facts = {
    meetings: [{ date: '2027-03-29', start: '09:00', end: '12:00' }],
    availability: 'open' as const,
  };
  const at = (moment: string, zone: string) => {
    const { start, state, timeZone } = occasionOf(facts, Date.parse(moment), zone);
    return [new Date(start).toISOString().slice(11, 16), state, timeZone];
  };
  const inLuxembourg = ['07:00', 'open', 'Europe/Luxembourg'];
  expect(at('2027-01-01', 'Europe/Luxembourg')).toEqual(inLuxembourg);
  expect(at('2027-03-30', 'Europe/Luxembourg')).toEqual(['07:00', 'over', 'Europe/Luxembourg']);
  expect(at('2027-01-01', 'America/New_York')).toEqual(['13:00', 'open', 'America/New_York']);
  expect(at('2027-01-01', 'Europe/Luxembourg')).toEqual(inLuxembourg);
});
