import { expect, test, vi } from 'vitest';
import { atMidnight, untilNextDay } from '../../src/commands/at-midnight.ts';

const hour = 3_600_000;

test.each([
  ['an ordinary evening', '2026-11-28T21:30:00Z', 1.5],
  ['the very beginning of a day', '2026-11-27T23:00:00Z', 24],
  ['the day on which clocks are put forward', '2027-03-27T23:00:00Z', 23],
  ['the day on which clocks are put back', '2027-10-30T22:00:00Z', 25],
])('the next day in Luxembourg is known on %s', (_name, now, hours) => {
  expect(untilNextDay(Date.parse(now), 'Europe/Luxembourg')).toBe(hours * hour);
});

test('the site is built again when each day begins, and not before', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-28T22:00:00Z') });
  try {
    let begun = 0;
    const days = atMidnight('Europe/Luxembourg', () => {
      begun += 1;
    });
    const after: number[] = [];
    for (let hours = 0; hours < 26; hours++) {
      vi.advanceTimersByTime(hour);
      after.push(begun);
    }
    expect(after.indexOf(1)).toBe(0);
    expect(after.indexOf(2)).toBe(24);
    days.close();
    vi.advanceTimersByTime(48 * hour);
    expect(begun).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});
