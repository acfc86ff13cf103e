import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a commit does to a file. */
export type FileAction =
  | { readonly action: 'create' | 'update'; readonly path: string; readonly bytes: Buffer }
  | { readonly action: 'delete'; readonly path: string };

export interface Person {
  readonly name: string;
  readonly email: string;
}

export type BareRepository = ReturnType<typeof bareRepository>;

/** A bare git repository in a folder of its own, begun with these folders of the project, on the branch `main`. */
export function bareRepository(folders: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'gitlab-'));
  const run = (words: readonly string[], env: NodeJS.ProcessEnv = {}, input?: Buffer): Buffer =>
    execFileSync('git', words, {
      cwd: root,
      env: { ...process.env, GIT_DIR: join(root, 'academy.git'), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 64e6,
      ...(input && { input }),
    });
  const git = (...words: string[]): string => run(words).toString().trim();
  const tryGit = (...words: string[]): string | undefined => {
    try {
      return git(...words);
    } catch {
      return undefined;
    }
  };
  const tip = (branch: string) => tryGit('rev-parse', '--verify', '-q', `refs/heads/${branch}`);
  const asPerson = ({ name, email }: Person) => ({
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: 'GitLab',
    GIT_COMMITTER_EMAIL: 'noreply@gitlab.example',
  });
  const commitTree = (tree: string, parents: readonly string[], message: string, author: Person): string =>
    run(
      ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', message],
      asPerson(author),
    )
      .toString()
      .trim();

  git('init', '-q', '--bare', '-b', 'main', join(root, 'academy.git'));
  run(['add', ...folders], { GIT_WORK_TREE: process.cwd() });
  const begin = commitTree(git('write-tree'), [], 'Begin', { name: 'Dev Eloper', email: 'dev@example.org' });
  git('update-ref', 'refs/heads/main', begin);

  return {
    git,
    tip,
    /** The commit of a branch or of a digest. */
    commitOf: (ref: string) => tip(ref) ?? tryGit('rev-parse', '--verify', '-q', `${ref}^{commit}`),
    /** The bytes of a file; undefined where it is not there. */
    bytes(ref: string, path: string): Buffer | undefined {
      const blob = tryGit('rev-parse', '--verify', '-q', `${ref}:${path}`);
      return blob === undefined ? undefined : run(['cat-file', 'blob', blob]);
    },
    blobOf: (ref: string, path: string) => tryGit('rev-parse', '--verify', '-q', `${ref}:${path}`),
    /** The files of a folder, those of its folders too. */
    files: (ref: string, folder: string) =>
      git('ls-tree', '-r', '--format=%(objectname) %(path)', ref, '--', `${folder}/`)
        .split('\n')
        .filter(Boolean)
        .map((line) => ({ id: line.slice(0, 40), path: line.slice(41) })),
    /** What `to` changed since it parted from `from`. */
    differences(from: string, to: string) {
      const lines = git(
        '-c',
        'core.quotePath=off',
        'diff',
        '--name-status',
        '--no-renames',
        `${from}...${to}`,
      );
      return lines
        .split('\n')
        .filter(Boolean)
        .map((line) => ({ kind: line.charAt(0), path: line.slice(2) }));
    },
    /** Writes a commit onto `base` and moves the branch there. */
    commit(branch: string, base: string, actions: readonly FileAction[], message: string, author: Person) {
      const env = { GIT_INDEX_FILE: join(root, 'index') };
      run(['read-tree', base], env);
      for (const change of actions) {
        if (change.action === 'delete') {
          const removal = Buffer.from(`0 ${'0'.repeat(40)}\t${change.path}\n`);
          run(['update-index', '--index-info'], env, removal);
        } else {
          const blob = run(['hash-object', '-w', '--stdin'], {}, change.bytes).toString().trim();
          run(['update-index', '--add', '--cacheinfo', `100644,${blob},${change.path}`], env);
        }
      }
      const commit = commitTree(run(['write-tree'], env).toString().trim(), [base], message, author);
      git('update-ref', `refs/heads/${branch}`, commit);
      return commit;
    },
    /** Merges `other` into the branch as one commit; false, and nothing done, where they contradict each other. */
    merge(branch: string, other: string, message: string, author: Person): boolean {
      const base = tip(branch) ?? '';
      const tree = tryGit('merge-tree', '--write-tree', base, other);
      if (tree === undefined) return false;
      git('update-ref', `refs/heads/${branch}`, commitTree(tree, [base], message, author), base);
      return true;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
