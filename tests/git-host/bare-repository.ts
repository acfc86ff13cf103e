import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a commit does to a file. */
export type FileAction =
  | { readonly action: 'create' | 'update'; readonly path: string; readonly bytes: Buffer }
  | { readonly action: 'delete'; readonly path: string };

/** A file of a tree: another blob, or none any more. */
export interface Change {
  readonly path: string;
  readonly sha: string | null;
}

export interface Person {
  readonly name: string;
  readonly email: string;
}

export type BareRepository = ReturnType<typeof bareRepository>;

/** `read`, asked once for each name: what has a digest for a name never changes. */
function once<Value>(read: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const value = known.get(name) ?? read(name);
    known.set(name, value);
    return value;
  };
}

/** A bare git repository in a folder of its own, begun with these folders of the project, on the branch `main`. */
export function bareRepository(folders: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'git-host-'));
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
  /** Read as git keeps it, and each commit listed once: the editor asks for hundreds of files. */
  const tip = (branch: string): string | undefined => {
    const place = join(root, 'academy.git/refs/heads', branch);
    return existsSync(place) && statSync(place).isFile() ? readFileSync(place, 'utf8').trim() : undefined;
  };
  const commitOf = (ref: string) => tip(ref) ?? tryGit('rev-parse', '--verify', '-q', `${ref}^{commit}`);
  const filesOf = once((commit: string) => {
    const lines = git('ls-tree', '-r', '--format=%(objectname) %(path)', commit).split('\n').filter(Boolean);
    return new Map(lines.map((line) => [line.slice(41), line.slice(0, 40)]));
  });
  const textOf = once((blob: string) => run(['cat-file', 'blob', blob]));
  const changesOf = once((commit: string) => {
    const log = git('-c', 'core.quotePath=off', 'log', '--format=%x01%an%x00%aI', '--name-only', commit);
    const authors = new Map<string, { author_name: string; authored_date: string }>();
    for (const each of log.split('\u0001').slice(1)) {
      const [head = '', ...paths] = each.split('\n').filter(Boolean);
      const [author_name = '', authored_date = ''] = head.split('\0');
      for (const path of paths) if (!authors.has(path)) authors.set(path, { author_name, authored_date });
    }
    return authors;
  });
  const blobOf = (ref: string, path: string): string | undefined => {
    const commit = commitOf(ref);
    return commit && filesOf(commit).get(path);
  };
  const asPerson = ({ name, email }: Person) => ({
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: 'Git host',
    GIT_COMMITTER_EMAIL: 'noreply@host.example',
  });
  const commitTree = (tree: string, parents: readonly string[], message: string, author: Person): string =>
    run(
      ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', message],
      asPerson(author),
    )
      .toString()
      .trim();

  const writeBlob = (bytes: Buffer): string =>
    run(['hash-object', '-w', '--stdin'], {}, bytes).toString().trim();
  /** The tree of `base` with other blobs at these paths, or without them. */
  const writeTree = (base: string, changes: readonly Change[]): string => {
    const env = { GIT_INDEX_FILE: join(root, 'index') };
    run(['read-tree', base], env);
    const lines = changes.map(({ path, sha }) =>
      sha ? `100644 ${sha}\t${path}\n` : `0 ${'0'.repeat(40)}\t${path}\n`,
    );
    run(['update-index', '--index-info'], env, Buffer.from(lines.join('')));
    return run(['write-tree'], env).toString().trim();
  };

  git('init', '-q', '--bare', '-b', 'main', join(root, 'academy.git'));
  run(['add', ...folders], { GIT_WORK_TREE: process.cwd() });
  const begin = commitTree(git('write-tree'), [], 'Begin', { name: 'Dev Eloper', email: 'dev@example.org' });
  git('update-ref', 'refs/heads/main', begin);

  return {
    git,
    tip,
    /** The commit of a branch or of a digest. */
    commitOf,
    /** The digest of a file’s content; undefined where it is not there. */
    blobOf,
    /** The bytes of a file; undefined where it is not there. */
    bytes(ref: string, path: string): Buffer | undefined {
      const blob = blobOf(ref, path);
      return blob === undefined ? undefined : textOf(blob);
    },
    /** Who changed a file last, as git hosts say it. */
    lastChange: (ref: string, path: string) => changesOf(commitOf(ref) ?? '').get(path),
    /** The files of a folder, those of its folders too; of all folders where it is ''. */
    files: (ref: string, folder: string) =>
      [...filesOf(commitOf(ref) ?? '')]
        .filter(([path]) => folder === '' || path.startsWith(`${folder}/`))
        .map(([path, id]) => ({ id, path })),
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
    /** The bytes of a blob. */
    blob: textOf,
    writeBlob,
    writeTree,
    commitTree,
    /** Writes a commit onto `base` and moves the branch there. */
    commit(branch: string, base: string, actions: readonly FileAction[], message: string, author: Person) {
      const changes = actions.map((change) => ({
        path: change.path,
        sha: change.action === 'delete' ? null : writeBlob(change.bytes),
      }));
      const commit = commitTree(writeTree(base, changes), [base], message, author);
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
