import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { beside, removeLeftovers } from '../../src/commands/build-pages/leftovers.ts';

test('what a killed build left beside the output goes, and nothing else does', async () => {
  const folder = aFolder();
  const ended = endedProcess();
  const kept = ['dist', 'dist.20261128', 'dist.1', 'dist-old', 'distant.next-1', `dist.next-${process.pid}`];
  for (const name of [...kept, `dist.next-${ended}`, `dist.former-${ended}`]) mkdirSync(join(folder, name));
  await removeLeftovers(join(folder, 'dist'));
  expect(readdirSync(folder).sort()).toEqual(kept.toSorted());
});

test('a build that was killed while it put its site in place has the former site put back', async () => {
  const folder = aFolder();
  const target = join(folder, 'dist');
  const former = beside(target, 'former', endedProcess());
  mkdirSync(former);
  writeFileSync(join(former, 'index.html'), 'the former site');
  await removeLeftovers(target);
  expect(readFileSync(join(target, 'index.html'), 'utf8')).toBe('the former site');
  expect(existsSync(former)).toBe(false);
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leftovers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}
