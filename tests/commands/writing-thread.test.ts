import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { NamedSheets } from '../../src/commands/build-pages/named-sheets.ts';
import { WritingThread } from '../../src/commands/build-pages/writing-thread.ts';

function threadIn(sheets = new NamedSheets()) {
  const folder = mkdtempSync(join(tmpdir(), 'writing-'));
  const thread = new WritingThread({ folder, site: { basePath: '/' } }, sheets);
  onTestFinished(async () => {
    await thread.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return { folder, thread, lying: (file: string) => readFileSync(join(folder, file), 'utf8') };
}

test('all that is handed over lies there once it is waited for, pages without the styles they have no use for', async () => {
  const { thread, lying } = threadIn();
  const page = (number: number) => `<style>h1{a:b}h2{a:b}</style><h1>${number} é</h1>`;
  for (let number = 0; number < 500; number += 1) {
    await thread.write({
      file: `a/${number}.html`,
      content: new TextEncoder().encode(page(number)),
      isHtml: true,
    });
    await thread.write({ file: `b/${number}.json`, content: `["${number} é"]`, isHtml: false });
  }
  await thread.written();
  for (let number = 0; number < 500; number += 1) {
    expect(lying(`a/${number}.html`)).toBe(`<style>h1{a:b}</style><h1>${number} é</h1>`);
    expect(lying(`b/${number}.json`)).toBe(`["${number} é"]`);
  }
});

test('what somebody else still holds is left to them', async () => {
  const { thread, lying } = threadIn();
  const picture = new TextEncoder().encode('a picture of many pages');
  for (let number = 0; number < 40; number += 1)
    await thread.write({ file: `${number}.png`, content: picture, isHtml: false });
  await thread.written();
  expect(lying('0.png') + lying('39.png')).toBe('a picture of many pages'.repeat(2));
  expect(picture).toHaveLength(23);
});

test('styles that get a name while pages are made are known by it', async () => {
  const sheets = new NamedSheets();
  const { thread, lying } = threadIn(sheets);
  const write = async (name: string) => {
    const route = { route: `/${name}`, component: `${name}.astro` };
    const styles = [{ depth: 0, order: 0, sheet: { type: 'inline', content: `${name}{a:b}h9{a:b}` } }];
    sheets.pages = new Map([[name, { route, component: route.component, styles }]]) as never;
    sheets.name(route as never);
    const [short] = [...sheets.texts.keys()].slice(-1);
    await thread.write({
      file: `${name}.html`,
      content: `<style>${short}</style><${name}>A</${name}>`,
      isHtml: true,
    });
    await thread.written();
    expect(lying(`${name}.html`)).toBe(`<style>${name}{a:b}</style><${name}>A</${name}>`);
  };
  await write('h1');
  await write('h2');
});

test('what cannot be written stops whoever makes pages, with its reason', async () => {
  const { folder, thread } = threadIn();
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a/1.txt'), 'of public/');
  const writeAll = async () => {
    for (let number = 0; ; number += 1) {
      await thread.write({ file: `a/${number}.txt`, content: 'A', isHtml: false });
      if (number % 64 === 0) await new Promise((done) => setTimeout(done, 5));
    }
  };
  await expect(writeAll()).rejects.toThrow('a/1.txt is a page of this site and a file of public/ too');
  await expect(thread.written()).rejects.toThrow('a/1.txt');
});
