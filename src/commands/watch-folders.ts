import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Calls `changed` once after each burst of changes below the paths. Each folder is watched by itself: Node’s recursive
 * watching loses a file that was replaced by another of its name, as many editors save.
 */
export function watchFolders(paths: readonly string[], changed: () => void): { close(): void } {
  let waiting: NodeJS.Timeout | undefined;
  const watchers = new Map<string, FSWatcher>();
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const path of paths) watchBelow(path);
      changed();
    }, 200);
  };
  const watchBelow = (path: string): void => {
    if (!existsSync(path)) return;
    const within = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
      : [];
    const folders = within
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const folder of [path, ...folders]) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, soon);
      const forget = (): void => {
        watcher.close();
        watchers.delete(folder);
      };
      watcher.on('error', forget);
      watchers.set(folder, watcher);
    }
  };
  for (const path of paths) watchBelow(path);
  return {
    close() {
      clearTimeout(waiting);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
