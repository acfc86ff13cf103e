import { globSync, readFileSync } from 'node:fs';
import type { RouteData } from 'astro';
import { expect, test } from 'vitest';
import { KnownNames } from '../../src/commands/build-pages/known-names.ts';
import { NamedSheets, type RoutePages } from '../../src/commands/build-pages/named-sheets.ts';
import { sheetsOfScripts, usedProperties, usedRules } from '../../src/commands/build-pages/page-styles.ts';
import { readSheet, writeSheet } from '../../src/commands/build-pages/sheet.ts';
import { madeByScripts, slimmer } from '../../src/commands/build-pages/slim-page.ts';

type Slimmer = Awaited<ReturnType<typeof slimmer>>;
const slimTexts = (slim: Slimmer) => (html: string) => slim(Buffer.from(html)).toString();

const rulesOf = (css: string) => {
  const names = new KnownNames();
  const sheet = readSheet(css, names);
  const page = [
    names.add('tag', 'h1'),
    names.add('tag', 'a'),
    names.add('class', 'lead'),
    names.add('class', 'plain'),
    names.add('scope', 'data-astro-cid-one'),
  ];
  const found = new Uint8Array(names.size);
  for (const place of page) found[place] = 1;
  return writeSheet(usedRules(sheet, { found, letters: new Set() }));
};

test('a rule stays where an element of the page has all that it names', () => {
  const css =
    'h1{a:b}h2{a:b}.lead,.other{a:b}a.plain:hover{a:b}a[data-astro-cid-one]{a:b}a[data-astro-cid-two]{a:b}*{a:b}';
  expect(rulesOf(css)).toBe('h1{a:b}.lead{a:b}a.plain:hover{a:b}a[data-astro-cid-one]{a:b}*{a:b}');
});

test('what stands in :is(), :not() and :has() is not judged, and states are no words', () => {
  const css = 'h1:not(.other){a:b}:is(h2,.other) a{a:b}a:has(img)::after{a:b}[data-state=open]{a:b}';
  expect(rulesOf(css)).toBe(css);
});

test('frames, layers and what is nested are looked into, and nothing empty is left', () => {
  const css =
    '@layer x,y;@layer x{@media print{h2{a:b}}h1{a:b;&:hover{a:b}& .other{a:b}}}@keyframes k{from{a:b}}';
  expect(rulesOf(css)).toBe('@layer x,y;@layer x{h1{a:b;&:hover{a:b}}}@keyframes k{from{a:b}}');
});

test('a page keeps the style of a class where a page before it had only a tag of that name', async () => {
  const slim = slimTexts(await slimmer());
  const page = (body: string) => `<style>.details{a:b}</style>${body}`;
  expect(slim(page('<details>A</details>'))).not.toContain('{a:b}');
  expect(slim(page('<details class="details">A</details>'))).toContain('.details{a:b}');
});

test('a sheet is written as it was read, spaces and semicolons included', () => {
  const css =
    ' @import "a";\n@layer a;\n@layer b { h1 , a:is(b, i)\n{ /* c */ a : b;; --c: { } ; a: b ! important } /* d */ }\n@page{}\n';
  expect(writeSheet(readSheet(css, new KnownNames()))).toBe(css);
});

test('a property stays that is used, or used by one that is, or by a drawing or a script', () => {
  const css = ':root{--a:1;--b:var(--a);--c:2;--d:3}h1{color:var(--b)}';
  const names = new KnownNames();
  expect(writeSheet(usedProperties(readSheet(css, names), [names.add('property', '--d')]))).toBe(
    ':root{--a:1;--b:var(--a);--d:3}h1{color:var(--b)}',
  );
});

test('a page keeps what it shows: only scopes get other names, and those without a style none', async () => {
  const slim = slimTexts(await slimmer());
  const html =
    '<style>@layer a;</style><style>h1[data-astro-cid-one]{a:b}h2{a:b}</style><h1 data-astro-cid-one="true">A</h1><p data-astro-cid-two class="x">B > C</p>';
  expect(slim(html)).toBe(
    '<style>@layer a;</style><style>h1[data-c0]{a:b}</style><h1 data-c0>A</h1><p class="x">B > C</p>',
  );
});

test('tags and attributes are read as browsers read them', async () => {
  const slim = slimTexts(await slimmer());
  const css = 'h4[data-astro-cid-one]{a:b}.x{a:b}.--y{a:b}:root{--z:1}em{a:var(--z)}';
  const kept = (body: string) => /<style>(.*)<\/style>/.exec(slim(`<style>${css}</style>${body}`))?.[1];
  expect(kept('<i title="a > b" data-astro-cid-one>A</i><h4>B</h4>')).toContain('h4[data-c0]');
  expect(kept(`<i title='a > "b' class="u x">A</i>`)).toContain('.x');
  expect(kept('<p>a data-astro-cid-one b class="x"</p><h4>B</h4>')).toBe('');
  expect(kept('<h4 data-astro-cid-onetwo data-astro-cid-one-a>B</h4>')).toBe('');
  expect(kept('<i class="\n u\tx\n">A</i><em>B</em>')).toBe('.x{a:b}:root{--z:1}em{a:var(--z)}');
  expect(kept('<script>if (a<b) c = "d</script><i class="x">A</i>')).toBe('.x{a:b}');
  expect(kept('<i style="a:var(--z)">A</i>')).toBe(':root{--z:1}');
  expect(kept('<i class="x')).toBe('');
});

test('scripts wait, and the head names what they import', async () => {
  const slim = await slimmer(undefined, (addresses) => Buffer.from(`<link href="${addresses.join(' ')}">`));
  const script = (more: string) => `<script type="module"${more} src="/a.js"></script>`;
  expect(slimTexts(slim)(`<head></head><p>é</p>${script('')}<p>A</head></p>`)).toBe(
    `<head><link href="/a.js"></head><p>é</p>${script(' fetchpriority="low"')}<p>A</head></p>`,
  );
});

test('a font of far letters is named where there are some', async () => {
  const slim = slimTexts(await slimmer());
  const face = '@font-face{font-family:A;src:url(/far.woff2);unicode-range:U+D8,U+1??,U+1E00-1E9F}';
  expect(slim(`<style>${face}</style><p>Müller</p>`)).toBe('<style></style><p>Müller</p>');
  expect(slim(`<style>${face}</style><p>Kovač</p>`)).toContain(face);
  expect(slim('<style>a::after{content:"…"}</style><a>Kovač</a>')).toBe(
    '<style>a::after{content:"…"}</style><a>Kovač</a>',
  );
  const farther = '@font-face{font-family:B;unicode-range:U+1F30?}';
  expect(slim(`<style>${farther}</style><p>🌍 Kovač</p>`)).toContain(farther);
  expect(slim(`<style>${farther}</style><p>🐍 Kovač</p>`)).not.toContain(farther);
});

test('what scripts make and the sheets they bring are known, so that no page loses a style for them', () => {
  const code = globSync('src/{islands,search/browser}/**/*.ts').map((file) => readFileSync(file, 'utf8'));
  const made = (pattern: RegExp) =>
    code.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, found = '']) => found.split(' ')));
  expect(made(/createElement\('([a-z]+)'\)/g).filter((tag) => !madeByScripts.tags.includes(tag))).toEqual([]);
  const classes = made(/(?:className = |classList\.\w+\()'([^']+)'/g);
  expect(classes.length).toBeGreaterThan(4);
  expect(classes.filter((name) => !madeByScripts.classes.includes(name))).toEqual([]);
  const sheets = made(/import \w+ from '\.\/([\w-]+\.css)\?inline'/g);
  expect(sheets.filter((name) => !sheetsOfScripts.some((file) => file.endsWith(`/${name}`)))).toEqual([]);
});

test('pages that bear the name of their styles come out as those that carry them', async () => {
  const inline = (content: string) => ({ depth: 0, order: 0, sheet: { type: 'inline' as const, content } });
  const route = { route: '/[slug]', component: 'src/pages/[slug].astro' } as RouteData;
  const named = (styles: object[]) => {
    const sheets = new NamedSheets();
    const pages = new Map([['one', { route, component: route.component, styles }]]);
    sheets.pages = pages as unknown as RoutePages;
    sheets.name(route);
    return { sheets, styles: pages.get('one')?.styles as ReturnType<typeof inline>[] };
  };
  const { sheets, styles } = named([inline('h1{a:b}'), inline('h2{a:b}')]);
  const body = '<h1>A</h1>';
  const slim = slimTexts(await slimmer((css) => sheets.textOf(css)));
  expect(styles).toHaveLength(1);
  expect(styles[0]?.sheet.content).not.toContain('h1');
  expect(slim(`<style>${styles[0]?.sheet.content}</style>${body}`)).toBe(`<style>h1{a:b}</style>${body}`);
  expect(slim(`<style>h1{a:b}h2{a:b}</style>${body}`)).toBe(`<style>h1{a:b}</style>${body}`);
  const mixed = [inline('h1{a:b}'), { depth: 0, order: 0, sheet: { type: 'external', src: '/a.css' } }];
  expect(named(mixed).styles).toEqual(mixed);
});
