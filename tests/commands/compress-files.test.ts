import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compressFiles } from '../../src/commands/build-pages/compress-files.ts';

const page = '<p>formation continue</p>\n'.repeat(200);

test('a page has a Brotli and a gzip copy beside it that give the page again', async () => {
  const { site, cache } = aSite({ 'fr/index.html': page });
  await compressFiles(site, cache);
  expect(brotliDecompressSync(readFileSync(join(site, 'fr/index.html.br'))).toString()).toBe(page);
  expect(gunzipSync(readFileSync(join(site, 'fr/index.html.gz'))).toString()).toBe(page);
});

test('what gains nothing has no copy: pictures, and files of less than a packet', async () => {
  const { site, cache } = aSite({ 'cover.png': page, 'robots.txt': 'User-agent: *\n' });
  await compressFiles(site, cache);
  expect(readdirSync(site).sort()).toEqual(['cover.png', 'robots.txt']);
});

test('the same content, wherever it lies, is compressed once, and a changed one anew', async () => {
  const { site, cache } = aSite({ 'one.html': page, 'two.html': page });
  await compressFiles(site, cache);
  const before = statSync(join(site, 'one.html.br')).ino;
  expect(statSync(join(site, 'two.html.br')).ino).toBe(before);
  writeFileSync(join(site, 'two.html'), `${page}changed`);
  await compressFiles(site, cache);
  expect(statSync(join(site, 'one.html.br')).ino).toBe(before);
  expect(brotliDecompressSync(readFileSync(join(site, 'two.html.br'))).toString()).toBe(`${page}changed`);
});

test('the cache keeps what the site uses and nothing else', async () => {
  const { site, cache } = aSite({ 'one.html': page });
  await compressFiles(site, cache);
  const former = readdirSync(cache);
  writeFileSync(join(site, 'one.html'), page.toUpperCase());
  await compressFiles(site, cache);
  const now = readdirSync(cache);
  expect(now).toHaveLength(2);
  expect(now.filter((name) => former.includes(name))).toEqual([]);
});

function aSite(files: Record<string, string>): { site: string; cache: string } {
  const folder = mkdtempSync(join(tmpdir(), 'compress-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'site', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'site', name), text);
  }
  return { site: join(folder, 'site'), cache: join(folder, 'cache') };
}
