/** Begins to count; the result says how long it has been, as “3.2 s”. */
export function stopwatch(): () => string {
  const begin = performance.now();
  return () => `${((performance.now() - begin) / 1000).toFixed(1)} s`;
}
