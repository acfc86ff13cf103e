/** Waits for Ctrl-C or a request to end. A second one, which npm may pass on, does not cut the end short. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
}
