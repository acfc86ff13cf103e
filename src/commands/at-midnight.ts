import { dayAt } from '../catalogue/clock.ts';

/** The milliseconds from `now` until the next day begins in `timeZone`. */
export function untilNextDay(now: number, timeZone: string): number {
  const today = dayAt(now, timeZone);
  // Days begin on whole minutes; where a clock is put forward at midnight, a little later.
  let low = 0;
  let high = 26 * 60;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayAt(minuteAfter(now, middle), timeZone) === today) low = middle;
    else high = middle;
  }
  return minuteAfter(now, high) - now;
}

function minuteAfter(now: number, minutes: number): number {
  return (Math.floor(now / 60_000) + minutes) * 60_000;
}

/** Calls `begin` when a new day begins in `timeZone`, until it is closed. */
export function atMidnight(timeZone: string, begin: () => void): { close(): void } {
  let waiting: NodeJS.Timeout;
  const wait = () => {
    waiting = setTimeout(
      () => {
        begin();
        wait();
      },
      untilNextDay(Date.now(), timeZone),
    );
    waiting.unref();
  };
  wait();
  return { close: () => clearTimeout(waiting) };
}
