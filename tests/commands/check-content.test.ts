import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test, vi } from 'vitest';
import { run } from '../../src/commands/check-content.ts';
import { healFile } from '../../src/commands/heal-content.ts';

test('only the body is healed: the front matter, the byte order mark and the line ends stay', ({
  expect,
}) => {
  const head = '\uFEFF---\r\ntitle:   "a {b} < c"  # as typed\r\n---  \r\n';
  expect(healFile(`${head}dès <3 ans\r\nun {x}\r\n`)).toEqual({
    text: `${head}dès \\<3 ans\r\nun \\{x}\r\n`,
    changes: [
      { line: 4, column: 5, what: 'angle' },
      { line: 5, column: 4, what: 'brace' },
    ],
  });
  expect(healFile(`${head}Rien à guérir\r\n`)).toEqual({ text: `${head}Rien à guérir\r\n`, changes: [] });
});

test('a file without front matter is all body', ({ expect }) => {
  expect(healFile('a < b\n').text).toBe('a \\< b\n');
});

test('--fix writes the files that need it, tells which, and has nothing to do the next time', async ({
  expect,
}) => {
  const folder = contentWith({
    'pages/a.fr.mdx': '---\ntitle: Page\n---\nsi a < b\n',
    'pages/b.fr.mdx': '---\ntitle: Page\n---\nrien\n',
    'pages/b.txt': 'si a < b',
  });
  const untouched = statSync(join(folder, 'pages/b.fr.mdx')).mtimeMs;
  const first = await told(folder, '--fix', 'fr');
  expect(readFileSync(join(folder, 'pages/a.fr.mdx'), 'utf8')).toBe('---\ntitle: Page\n---\nsi a \\< b\n');
  expect(readFileSync(join(folder, 'pages/b.txt'), 'utf8')).toBe('si a < b');
  expect(statSync(join(folder, 'pages/b.fr.mdx')).mtimeMs).toBe(untouched);
  expect(first).toContain(`healed ${join(folder, 'pages/a.fr.mdx')}`);
  expect(first).toContain('Bodies healed: 1.');
  expect(await told(folder, '--fix', 'fr')).toContain('Bodies healed: 0.');
});

test('without --fix no file is written', async ({ expect }) => {
  const folder = contentWith({ 'pages/a.fr.mdx': '---\ntitle: Page\n---\nsi a < b\n' });
  expect(await told(folder, 'fr')).not.toContain('healed');
  expect(readFileSync(join(folder, 'pages/a.fr.mdx'), 'utf8')).toContain('si a < b');
});

test('a word it does not know is refused', async ({ expect }) => {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => error.mockRestore());
  expect(await run(['--fx'], {})).toBe(1);
  expect(error.mock.calls.join()).toContain('“--fx”');
});

test('a file that may not lie among the media is named with its path and what to do, for pipelines too', async ({
  expect,
}) => {
  const folder = contentWith({
    'public/media/a.png': '<html>',
    'public/media/news/b.html': '<h1>',
    'public/media/c.svg': '<svg onload="a()"/>',
    'public/media/d.txt': 'Bonjour',
    'public/media/.gitkeep': '',
  });
  symlinkSync('/etc/hosts', join(folder, 'public/media/e.txt'));
  const place = (name: string) => join(folder, 'public/media', name);
  const report = join(folder, 'report.json');
  const lines = await told(folder, 'de', '--code-quality', report, '--workflow-commands');
  const [first = '', ...others] = lines.split('\n').filter((line) => line.includes('/media/'));
  expect(first).toBe(
    `::error file=${place('a.png')},line=1::„${place('a.png')}“ ist keine Datei dieses Typs: Speichern Sie sie mit dem Programm, aus dem sie stammt, noch einmal.`,
  );
  expect(others).toEqual([
    expect.stringContaining(`${place('c.svg')}“ enthält Code`),
    expect.stringContaining(`${place('e.txt')}“ ist keine Datei dieses Typs`),
    expect.stringContaining(`${place('news/b.html')}“ lässt sich nicht hochladen`),
  ]);
  expect(readFileSync(report, 'utf8').match(/"path": ".*\/media\/.*"/g)).toHaveLength(4);
});

function contentWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'check-content-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

async function told(folder: string, ...words: string[]): Promise<string> {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const error = vi.spyOn(console, 'error').mockReturnValue();
  await run(words, { CONTENT_DIR: folder }, join(folder, 'public'));
  const lines = log.mock.calls.flat().join('\n');
  log.mockRestore();
  error.mockRestore();
  return lines;
}
