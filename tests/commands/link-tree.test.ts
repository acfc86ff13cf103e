import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { linkFiles, linkTree } from '../../src/commands/build-pages/link-tree.ts';

test('a tree becomes another whatever lay there, and files that are the same stay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tree-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
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
  linkTree(from, to, ['others']);
  expect(contentOf(to)).toEqual({ ...contentOf(from), 'others/file': '' });
  expect(statSync(join(to, 'same')).ino).toBe(statSync(join(from, 'same')).ino);
});

test('a tree follows another whose changed files are named, and no empty folder is left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tree-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  write(from, {
    same: 'a',
    'in/changed': 'b',
    'in/deep/er/gone': 'c',
    'in/deep/too/gone': 'c',
    file: 'd',
    'folder/file': 'e',
  });
  linkTree(from, to);
  for (const name of ['in/changed', 'in/deep', 'file', 'folder'])
    rmSync(join(from, name), { recursive: true });
  write(from, { 'in/changed': 'B', 'file/in/it': 'D', folder: 'E', 'new/one': 'f' });
  linkFiles(from, to, [
    'in/changed',
    'in/deep/er/gone',
    'in/deep/too/gone',
    'file',
    'folder/file',
    'file/in/it',
    'folder',
    'new/one',
  ]);
  expect(contentOf(to)).toEqual(contentOf(from));
  expect(readdirSync(to, { recursive: true }).sort()).toEqual(readdirSync(from, { recursive: true }).sort());
  expect(statSync(join(to, 'new/one')).ino).toBe(statSync(join(from, 'new/one')).ino);
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
