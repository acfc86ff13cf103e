import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/** Many tests start programs and wait for them. Vitest would leave a processor to itself, which on two is half of them. */
const maxWorkers = 2;

/** The four kinds of test: of functions, of `content/`, of the built pages in OUT_DIR, in a browser. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{content,site,browser}/**'],
          testTimeout: 240_000,
        },
      },
      { test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'browser',
          maxWorkers,
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A slow machine may be late; only what never comes is a failure.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
