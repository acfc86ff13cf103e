import { expect, test } from 'vitest';
import { rewriteTags, startTag } from '../../src/exports/html-tags.ts';
import { inlineScripts } from '../../src/exports/inline-scripts.ts';
import { mostEmbeddedBytes, oneFile } from '../../src/exports/one-file.ts';

const files: Readonly<Record<string, string>> = {
  'a.js': 'import{x}from"./chunks/b.js";import"./c.js";start(x)',
  'chunks/b.js': 'export const x=()=>import("../c.js")',
  'c.js': 'export {x} from "./chunks/b.js"',
  'look.css': 'body{background:url(/font.woff2)}p{mask:url("data:image/svg+xml,x")}',
  'font.woff2': 'F',
  'p.png': 'P',
  'big.webm': '0'.repeat(mostEmbeddedBytes + 1),
  'small.webm': 'V',
  'list.csv': 'a,b',
};
const site = (basePath: string) => ({
  address: 'https://academie.example',
  basePath,
  read: (path: string) => (path in files ? Buffer.from(files[path] ?? '') : undefined),
});
const data = (type: string, text: string) => `data:${type};base64,${Buffer.from(text).toString('base64')}`;
const pageOf = (body: string) => `<html><head><title>t</title></head><body>${body}</body></html>`;
const bodyOf = (body: string, basePath = '/') =>
  /<body>([\s\S]*)<\/body>/.exec(oneFile(pageOf(body), 'fr', site(basePath)))?.[1];

test('pictures, posters and small media are in the file; of the sizes of a picture the widest', () => {
  expect(bodyOf('<img src="/x.png" srcset="/y.png 360w, /p.png 720w" sizes="100vw" alt="">')).toBe(
    `<img src="${data('image/png', 'P')}" alt="">`,
  );
  expect(bodyOf('<video controls poster="/p.png"><source src="/small.webm"></video>')).toBe(
    `<video controls poster="${data('image/png', 'P')}"><source src="${data('video/webm', 'V')}"></video>`,
  );
});

test('a film that is too large stays on the site, and the file says so and leads there', () => {
  const body = bodyOf('<video controls><source src="/big.webm"></video><p>then</p>');
  expect(body).toContain(
    '<source src="https://academie.example/big.webm"></video><p class="small" data-elsewhere>',
  );
  expect(body).toMatch(
    /Trop volumineux pour ce fichier \(3\s?Mo\).+<a href="https:\/\/academie\.example\/big\.webm">/u,
  );
  expect(body?.match(/data-elsewhere/g)).toHaveLength(1);
});

test('a download is in the file with its name, a link leads to the site, an anchor and another site stay', () => {
  expect(bodyOf('<a href="/list.csv" download>x</a>')).toBe(
    `<a href="${data('text/csv', 'a,b')}" download="list.csv">x</a>`,
  );
  expect(bodyOf('<a href="/fr/courses/?a=1&amp;b=2#c">x</a>')).toBe(
    '<a href="https://academie.example/fr/courses/?a=1&amp;b=2#c">x</a>',
  );
  const others = '<a href="#x">x</a><a href="https://other.example/">x</a><a href="//cdn.example/">x</a>';
  expect(bodyOf(others)).toBe(others);
});

test('a site in a folder finds its files, too', () => {
  expect(bodyOf('<img src="/academie/p.png" alt="">', '/academie/')).toContain('base64');
  expect(bodyOf('<a href="/academie/fr/">x</a>', '/academie/')).toBe(
    '<a href="https://academie.example/academie/fr/">x</a>',
  );
});

test('sheets come into the head with their fonts, and hints at files go', () => {
  const html = oneFile(
    pageOf(
      '<link rel="stylesheet" href="/look.css"><link rel="preload" href="/font.woff2" as="font"><p>x</p>',
    ),
    'fr',
    site('/'),
  );
  expect(html).toContain(
    `<style>body{background:url(${data('font/woff2', 'F')})}p{mask:url("data:image/svg+xml,x")}</style></head>`,
  );
  expect(html).toContain('<body><p>x</p></body>');
});

test('scripts are in the file with all that they import, once, also where two import each other', () => {
  const code = inlineScripts(['a.js', 'c.js'], (path) => files[path] ?? '');
  const { imports } = JSON.parse(/importmap">(.+?)<\/script>/.exec(code)?.[1] ?? '') as {
    imports: Record<string, string>;
  };
  const read = (name: string) => Buffer.from(imports[name]?.split(',')[1] ?? '', 'base64').toString();
  expect(Object.keys(imports).sort()).toEqual(['academy/a.js', 'academy/b.js', 'academy/c.js']);
  expect(read('academy/a.js')).toBe('import{x}from"academy/b.js";import"academy/c.js";start(x)');
  expect(read('academy/b.js')).toBe('export const x=()=>import("academy/c.js")');
  expect(code.endsWith('<script type="module">import "academy/a.js";import "academy/c.js";</script>')).toBe(
    true,
  );
  expect(inlineScripts([], () => '')).toBe('');
});

test('a page that names a script the build did not make is an error, not a file without it', () => {
  expect(() => oneFile(pageOf('<script type="module" src="/none.js"></script>'), 'fr', site('/'))).toThrow(
    'none.js',
  );
});

test('only tags are rewritten: not what looks like one in comments, scripts, sheets and values', () => {
  const html = '<!-- <a> --><script>"<a>"</script><style>a{}</style><p title="a > <b>">&lt;a&gt; 1 < 2</p>';
  const seen: string[] = [];
  const same = rewriteTags(html, ({ name, isEnd }) => {
    seen.push(isEnd ? `/${name}` : name);
    return undefined;
  });
  expect(same).toBe(html);
  expect(seen).toEqual(['script', 'style', 'p', '/p']);
  expect(
    startTag(
      'a',
      new Map([
        ['title', 'a "b"'],
        ['download', undefined],
      ]),
    ),
  ).toBe('<a title="a &quot;b&quot;" download>');
});
