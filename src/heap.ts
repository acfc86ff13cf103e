import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * From now on V8 looks for what is no longer in use once the heap of a thread has grown by so many per cent, in place of up to 300:
 * pages leave much behind them, and hold little of it.
 */
export function growHeapsBy(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** From now on it decides that by itself, as it does at first. */
export function growHeapsFreely(): void {
  setFlagsFromString('--heap-growing-percent=0');
}

/** Gives back what this thread no longer uses; V8 would keep it for later. It takes about a tenth of a second. */
export function freeHeap(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: { type: string; flavor: string }) => void;
  collect({ type: 'major', flavor: 'last-resort' });
}
