import { spawn } from 'node:child_process';

/** What git said when it could not do what was asked. */
export class GitFailed extends Error {
  override readonly name = 'GitFailed';
}

/** Runs one git command in a repository and returns what it wrote. Throws `GitFailed`. */
export type Git = (words: readonly string[], more?: GitExtras) => Promise<Buffer>;

export interface GitExtras {
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Options of every command: paths as they are, no code of the repository's hooks, nothing that signs or asks, objects
 * and refs on the disk before the answer.
 */
const options = [
  ...['-c', 'core.quotePath=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.fsync=objects,reference'],
  ...['-c', 'core.fsmonitor=false'],
];

/** Git in `folder`, free of what the environment says about other repositories. */
export function gitIn(folder: string): Git {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const clean = { ...Object.fromEntries(inherited), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return (words, { input, environment } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn('git', ['--literal-pathspecs', ...options, ...words], {
        cwd: folder,
        env: { ...clean, ...environment },
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      const written: Buffer[] = [];
      const complaints: Buffer[] = [];
      child.stdout.on('data', (part: Buffer) => written.push(part));
      child.stderr.on('data', (part: Buffer) => complaints.push(part));
      child.once('error', reject);
      child.once('close', (code) => {
        if (code === 0) resolve(Buffer.concat(written));
        else reject(new GitFailed(`git ${words[0]}: ${Buffer.concat(complaints).toString().trim() || code}`));
      });
      // A command that ends before it has read everything says so with its exit code.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input ?? '');
    });
}

/** The first line of what git wrote. */
export function lineOf(written: Buffer): string {
  return written.toString().split('\n', 1)[0] ?? '';
}

/** What git wrote between zero bytes. */
export function partsOf(written: Buffer): string[] {
  return written.toString().split('\0').slice(0, -1);
}
