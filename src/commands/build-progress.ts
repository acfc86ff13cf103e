import type { Editing } from '../cms-server/editing.ts';
import type { BuildReport } from './builder.ts';

/** Tells the editor’s pages how the builds go: what they hold, how far they are, how long they usually take. */
export function buildProgress(
  editing: Pick<Editing, 'progress' | 'revision' | 'settled'>,
): BuildReport & { readonly live: () => void; readonly revision: () => number } {
  const { tell } = editing.progress;
  let begunAt = 0;
  let usualSeconds: number | undefined;
  let revision = -1;
  const step: BuildReport['step'] = (name) =>
    tell({ state: 'building', revision, step: name, ...(usualSeconds && { usualSeconds }) });
  return {
    /** The revision of which the last build is, or a later one. */
    revision: () => revision,
    async begun() {
      await editing.settled();
      begunAt = performance.now();
      // What is published while this build runs is part of the next one.
      revision = editing.revision();
      step('content');
    },
    step,
    failed: (mistakes) => tell({ state: 'failed', revision, mistakes }),
    live() {
      const seconds = Math.round(performance.now() - begunAt) / 1000;
      usualSeconds = seconds;
      tell({ state: 'live', revision, seconds });
    },
  };
}
