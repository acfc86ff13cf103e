import type { Editing } from '../cms-server/editing.ts';
import type { BuildReport } from './builder.ts';

/** Tells the editor’s pages how the builds go: of which commit, how far, how long they usually take. */
export function buildProgress(
  editing: Pick<Editing, 'progress' | 'commit'>,
): BuildReport & { live: () => void } {
  const { tell } = editing.progress;
  let begunAt = 0;
  let usualSeconds: number | undefined;
  let commit: Promise<string> = Promise.resolve('');
  const say = (message: (commit: string) => Parameters<typeof tell>[0]) => {
    void commit.then((built) => built && tell(message(built)));
  };
  const step = (name: string) =>
    say((built) => ({ state: 'building', commit: built, step: name, ...(usualSeconds && { usualSeconds }) }));
  return {
    begun() {
      begunAt = performance.now();
      // What is published while this build runs is part of the next one.
      commit = editing.commit();
      step('content');
    },
    step,
    failed: (mistakes) => say((built) => ({ state: 'failed', commit: built, mistakes })),
    live() {
      const seconds = Math.round(performance.now() - begunAt) / 1000;
      usualSeconds = seconds;
      say((built) => ({ state: 'live', commit: built, seconds }));
    },
  };
}
