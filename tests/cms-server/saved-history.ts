import { readdirSync } from 'node:fs';

/** A save of one file, as its editor knows it. */
export interface Save {
  readonly path: string;
  readonly text: string;
  /** What the tab may believe to be there: more than one text after a save without an answer. */
  readonly base: ReadonlySet<string>;
  isAcknowledged: boolean;
}

type Git = (...words: string[]) => string;

/** The texts of all commits that refs still reach, with that of their file in each parent. */
function history(git: Git): { path: string; text: string; before: string }[] {
  const commits = git(
    'log',
    '--all',
    '--no-merges',
    '-m',
    '--format=%H',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--root',
  );
  const read = new Map<string, string>([['0'.repeat(40), '']]);
  const textOf = (blob: string) => {
    if (!read.has(blob)) read.set(blob, git('cat-file', 'blob', blob));
    return read.get(blob) ?? '';
  };
  return [...commits.matchAll(/^:\d+ \d+ (\w+) (\w+) \w\t(.+)$/gm)].map(
    ([, from = '', to = '', path = '']) => ({
      path,
      text: textOf(to),
      before: textOf(from),
    }),
  );
}

/** The texts of saves that were acknowledged and that no commit holds. */
export function lostSaves(git: Git, saves: readonly Save[]): string[] {
  const texts = new Set(history(git).map(({ text }) => text));
  return saves
    .filter(({ text, isAcknowledged }) => isAcknowledged && !texts.has(text))
    .map(({ text }) => text);
}

/** Saves that took the place of a text their tab had never seen. */
export function overwrittenUnseen(git: Git, saves: readonly Save[]): string[] {
  const bases = new Map(saves.map(({ text, base }) => [text, base]));
  return history(git)
    .filter(({ text, before }) => text !== before && bases.has(text) && !bases.get(text)?.has(before))
    .map(({ text, before }) => `${text} took the place of ${before}`);
}

/** Publications that took the place of a text that was published after their draft had begun. */
export function overwrittenByMerges(git: Git): string[] {
  const lines = git('log', '--merges', '--format=%H %P', 'main').split('\n').filter(Boolean);
  const blobOf = (commit: string, file: string) => git('ls-tree', commit, file).split(/\s/)[2] ?? '';
  return lines.flatMap((line) => {
    const [merge = '', published = '', draft = ''] = line.split(' ');
    const origin = git('merge-base', published, draft).trim();
    const files = git('diff', '--name-only', '--no-renames', published, merge).split('\n').filter(Boolean);
    return files
      .filter((file) => blobOf(published, file) !== blobOf(origin, file))
      .map((file) => `${merge} ${file}`);
  });
}

/** Locks and half-written files. */
export function leftovers(root: string): string[] {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.lock$|academy-editor[/-]/.test(name));
}
