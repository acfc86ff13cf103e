import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When each file of the content was last changed, by its name from the content folder, in milliseconds since 1970. A file
 * that is not committed is missing. Undefined where git can’t tell: no repository, or a clone without its whole history.
 */
export async function readHistory(contentDir: string): Promise<ReadonlyMap<string, number> | undefined> {
  const git = async (...words: string[]) =>
    (await run('git', words, { cwd: contentDir, maxBuffer: 1e9 })).stdout;
  try {
    if ((await git('rev-parse', '--is-shallow-repository')).trim() !== 'false') return undefined;
    const log = await git('log', '--format=%x01%ct', '--name-only', '-z', '--relative', '--', '.');
    return lastChanges(log);
  } catch {
    return undefined;
  }
}

/** The newest commits come first: what a file is named in first is its last change. */
function lastChanges(log: string): Map<string, number> {
  const changes = new Map<string, number>();
  for (const commit of log.split('\u0001').slice(1)) {
    const [time = '', ...files] = commit.split('\0');
    for (const named of files) {
      const file = named.replace(/^\n/, '');
      if (file && !changes.has(file)) changes.set(file, Number(time) * 1000);
    }
  }
  return changes;
}
