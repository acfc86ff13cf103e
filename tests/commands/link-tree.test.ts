import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { linkTree, removeEmptied } from '../../src/commands/build-pages/link-tree.ts';

test('a tree becomes another whatever lay there, and files that are the same stay', () => {
  const [from, to] = twoFolders();
  write(from, {
    same: 'a',
    'in/same': 'b',
    'in/changed': 'c',
    'in/gone': 'd',
    file: 'e',
    'folder/file': 'f',
  });
  linkTree(from, to);
  const lying = statSync(join(to, 'in')).ctimeMs;
  linkTree(from, to);
  expect(statSync(join(to, 'in')).ctimeMs, 'nothing is written').toBe(lying);

  for (const name of ['in/changed', 'in/gone', 'file', 'folder'])
    rmSync(join(from, name), { recursive: true });
  write(from, { 'in/changed': 'C', 'file/in/it': 'E', folder: 'F', new: 'g' });
  write(to, { 'foreign/file': '', 'in/foreign': '', 'others/file': '' });
  rmSync(join(to, 'same'));
  linkTree(from, to, ['others', 'material']);
  expect(contentOf(to)).toEqual({ ...contentOf(from), 'others/file': '' });
  write(from, { 'material/file': '' });
  linkTree(from, to, ['others', 'material']);
  expect(Object.keys(contentOf(to))).not.toContain('material/file');
  expect(statSync(join(to, 'same')).ino).toBe(statSync(join(from, 'same')).ino);
});

test.each([
  ['added', (from: string) => write(from, { 'in/new': '' })],
  ['replaced', (from: string) => replace(join(from, 'in/one'))],
  ['removed', (from: string) => rmSync(join(from, 'in/one'))],
  ['foreign', (_: string, to: string) => write(to, { 'in/foreign': '' })],
  ['replaced by somebody else', (_: string, to: string) => replace(join(to, 'in/one'))],
  ['lost', (_: string, to: string) => rmSync(join(to, 'in/one'))],
])('in a folder that had not been touched for long a file that is %s is seen', (_, change) => {
  const [from, to] = twoFolders();
  write(from, { 'in/one': 'a', 'in/two': 'b' });
  const then = new Date(Date.now() - 60_000);
  utimesSync(join(from, 'in'), then, then);
  linkTree(from, to);
  expect(statSync(join(to, 'in')).mtimeMs).toBe(then.getTime());
  change(from, to);
  linkTree(from, to);
  expect(contentOf(to)).toEqual(contentOf(from));
});

test('in a folder below one that had not been touched for long a change is seen', () => {
  const [from, to] = twoFolders();
  write(from, { 'in/one': 'a', 'in/deep/two': 'b', 'in/deep/er/three': 'c' });
  const then = new Date(Date.now() - 60_000);
  for (const name of ['in/deep/er', 'in/deep', 'in']) utimesSync(join(from, name), then, then);
  linkTree(from, to);
  for (const name of ['in/deep/er', 'in/deep', 'in'])
    expect(statSync(join(to, name)).mtimeMs).toBe(then.getTime());
  replace(join(from, 'in/deep/er/three'));
  write(to, { 'in/deep/foreign': '' });
  linkTree(from, to);
  expect(contentOf(to)).toEqual(contentOf(from));
});

test('two folders that were written at one moment are not taken for the same', () => {
  const [from, to] = twoFolders();
  write(from, { 'in/one': 'a' });
  linkTree(from, to);
  write(from, { 'in/new': 'b' });
  write(to, { 'in/foreign': '' });
  const { atime, mtime } = statSync(join(to, 'in'));
  utimesSync(join(from, 'in'), atime, mtime);
  linkTree(from, to);
  expect(contentOf(to)).toEqual(contentOf(from));
});

/** Where a tree lies, and where another shall; both go with the test. */
function twoFolders(): [from: string, to: string] {
  const folder = mkdtempSync(join(tmpdir(), 'tree-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return [join(folder, 'from'), join(folder, 'to')];
}

/** As builds do: nothing is written into a file that lies there. */
function replace(file: string): void {
  rmSync(file);
  writeFileSync(file, 'another');
}

test('of the folders in which files were the empty ones go, however deep, and no other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tree-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  write(folder, { 'in/kept': 'a', 'in/deep/er/gone': 'b', 'in/deep/too/gone': 'c', 'alone/gone': 'd' });
  const gone = ['in/deep/er/gone', 'in/deep/too/gone', 'alone/gone', 'never/was'];
  for (const file of gone) rmSync(join(folder, file), { force: true });
  removeEmptied(folder, gone);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['in', 'in/kept']);
});

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

function contentOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = entries.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
