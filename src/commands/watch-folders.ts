import { watch } from 'node:fs';

/** Calls `changed` once after each burst of changes below the paths. */
export function watchFolders(paths: readonly string[], changed: () => void): { close(): void } {
  let waiting: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 200);
  };
  const watchers = paths.map((path) => watch(path, { recursive: true }, soon));
  return {
    close() {
      clearTimeout(waiting);
      for (const watcher of watchers) watcher.close();
    },
  };
}
