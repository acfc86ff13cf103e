import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

test('a build that meets mistakes in content lists them all and leaves the former site as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['content/courses', 'site']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'site/index.html'), 'the former site');
  writeFileSync(join(folder, 'content/courses/one.fr.mdx'), '---\ntitle: One\nbogus: 1\n---\n');
  writeFileSync(join(folder, 'content/courses/two.fr.mdx'), '---\ntitle: [\n---\n');

  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/run.mjs', 'build'], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en', CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, 'site') },
  });

  expect(status).toBe(1);
  expect(stderr).toMatch(/courses\/one\.fr\.mdx\n[\s\S]*bogus[\s\S]*courses\/two\.fr\.mdx\n/);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('the former site');
  expect(readdirSync(folder).sort()).toEqual(['content', 'site']);
});
