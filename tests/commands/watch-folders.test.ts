import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchFolders } from '../../src/commands/watch-folders.ts';

test('a burst of edits asks for one build', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watched-'));
  const changed = vi.fn();
  const watching = watchFolders([folder], changed);
  onTestFinished(() => {
    watching.close();
    rmSync(folder, { recursive: true });
  });
  for (const name of ['a.mdx', 'b.mdx', 'c.mdx']) writeFileSync(join(folder, name), name);
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 5000 });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(changed).toHaveBeenCalledTimes(1);
});

test('a file that is replaced again and again, as many editors save, is seen each time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watched-'));
  const within = join(folder, 'courses');
  mkdirSync(within);
  writeFileSync(join(within, 'a.mdx'), '');
  const changed = vi.fn();
  const watching = watchFolders([folder], changed);
  onTestFinished(() => {
    watching.close();
    rmSync(folder, { recursive: true });
  });
  for (const time of [1, 2, 3]) {
    writeFileSync(join(within, 'a.mdx~'), String(time));
    renameSync(join(within, 'a.mdx~'), join(within, 'a.mdx'));
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(time), { timeout: 5000 });
  }
});
