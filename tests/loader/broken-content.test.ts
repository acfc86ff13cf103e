import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sentence } from '../../src/loader/check.ts';
import { loadContent } from '../../src/loader/load.ts';
import { contentFolder, withTopics } from './folder.ts';
import { expected, tenBrokenFiles } from './ten-broken-files.ts';

test('ten broken files are all found in one run, each with file, field, line and remedy', async () => {
  const { mistakes, entries } = await loadContent(withTopics(contentFolder(tenBrokenFiles())), 'public');
  expect(mistakes.map(({ file, field, line }) => [file, field, line])).toEqual(
    expected.map(([file, field, line]) => [file, field, line]),
  );
  const sentences = mistakes.map((mistake) => sentence(mistake, 'en'));
  for (const [index, [, , , remedy]] of expected.entries()) expect(sentences[index]).toContain(remedy);
  expect(entries.map(({ slug }) => slug)).toContain('right');
});

test('the content check lists them as a command, without a stack trace', () => {
  const { status, stdout, stderr } = run('check-content', { CONTENT_DIR: brokenFolder() });
  expect(status).toBe(1);
  for (const [file, field] of expected) {
    const [, told = ''] = stderr.split(file);
    expect(told.split('\n')[1]).toContain(field);
  }
  expect(stdout).toContain('mistakes: 10.');
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
});

test('the content check speaks the language that is asked for', () => {
  const { stderr } = run('check-content', { CONTENT_DIR: brokenFolder() }, 'de');
  expect(stderr).toContain('Zeile');
});

test('a build lists them too and leaves the site that is online as it was', () => {
  const folder = brokenFolder();
  const outDir = join(folder, '..', `${folder.split('/').at(-1)}-site`);
  mkdirSync(outDir);
  onTestFinished(() => rmSync(outDir, { recursive: true }));
  writeFileSync(join(outDir, 'index.html'), 'the site that is online');
  const { status, stdout, stderr } = run('build', { CONTENT_DIR: folder, OUT_DIR: outDir });
  expect(status).toBe(1);
  for (const [file] of expected) expect(stderr).toContain(file);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  expect(readdirSync(outDir)).toEqual(['index.html']);
  expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toBe('the site that is online');
});

function brokenFolder(): string {
  return withTopics(contentFolder(tenBrokenFiles()));
}

function run(command: string, environment: Record<string, string>, ...words: string[]) {
  return spawnSync(process.execPath, ['src/commands/run.mjs', command, ...words], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en', LC_ALL: '', ...environment },
  });
}
