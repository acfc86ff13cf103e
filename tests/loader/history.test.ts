import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readHistory } from '../../src/loader/history.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function commit(root: string, seconds: number, ...words: string[]): void {
  const date = `${seconds} +0000`;
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  execFileSync('git', ['add', '.'], { cwd: root });
  execFileSync('git', [...who, 'commit', '-q', '-m', 'Change', ...words], { cwd: root, env });
}

test('each file has the time of its last change, by its name from the content folder', async () => {
  const root = aFolder();
  const content = join(root, 'content');
  mkdirSync(join(content, 'news'), { recursive: true });
  execFileSync('git', ['init', '-q'], { cwd: root });
  writeFileSync(join(content, 'news/été.fr.mdx'), 'a');
  writeFileSync(join(content, 'news/été.de.mdx'), 'a');
  commit(root, 1_000_000_000);
  writeFileSync(join(content, 'news/été.fr.mdx'), 'b');
  writeFileSync(join(root, 'code.ts'), 'b');
  commit(root, 1_100_000_000);
  writeFileSync(join(content, 'news/draft.fr.mdx'), 'c');
  const history = await readHistory(content);
  expect([...(history ?? [])].toSorted()).toEqual([
    ['news/été.de.mdx', 1_000_000_000_000],
    ['news/été.fr.mdx', 1_100_000_000_000],
  ]);
});

test('without a repository, or with a part of its history, nobody can tell', async () => {
  const root = aFolder();
  expect(await readHistory(root)).toBeUndefined();
  execFileSync('git', ['init', '-q'], { cwd: root });
  for (const text of ['a', 'b']) {
    writeFileSync(join(root, 'a.fr.mdx'), text);
    commit(root, 1_000_000_000);
  }
  const clone = join(aFolder(), 'clone');
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone]);
  expect(await readHistory(clone)).toBeUndefined();
});
