import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, isRedirect, type Page, readPages, siteFolder, tagsNamed } from './pages.ts';

const folder = siteFolder();
const pages = readPages(folder);
const byAddress = new Map(pages.map((page) => [page.address, page]));
const files = new Set(filesOf(folder));
const origin = 'https://site.example';

/** What a page links to or loads on this site: absolute addresses without their host. */
function addressesOf(page: Page): string[] {
  const found = page.tags.flatMap(({ attributes }) =>
    ['href', 'src', 'poster', 'action', 'data'].flatMap((name) => attributes[name] ?? []),
  );
  const sets = page.tags.flatMap(({ attributes }) =>
    (attributes['srcset'] ?? '').split(',').map((part) => part.trim().split(' ')[0] ?? ''),
  );
  return [...found, ...sets.filter(Boolean)]
    .map((address) => new URL(address, `${origin}${page.address}`))
    .filter((url) => url.origin === origin)
    .map(({ pathname, hash }) => decodeURIComponent(pathname + hash));
}

const anchors = new Map<Page, Set<string>>();

function hasAnchor(page: Page, id: string): boolean {
  const ids = anchors.get(page) ?? new Set(page.tags.flatMap(({ attributes }) => attributes['id'] ?? []));
  anchors.set(page, ids);
  return ids.has(id);
}

function isBroken(address: string): boolean {
  const [path = '', id] = address.split('#');
  const page = byAddress.get(path);
  // What begins with a slash is no anchor: the editor opens the entry it names.
  const isAnchor = id !== undefined && id !== '' && !id.startsWith('/');
  if (page) return isRedirect(page) || (isAnchor && !hasAnchor(page, id));
  return !files.has(path);
}

test('no link, anchor, picture or file of any page is broken, and none takes a detour', () => {
  const broken = pages.flatMap((page) =>
    [...new Set(addressesOf(page))].filter(isBroken).map((address) => `${page.address} → ${address}`),
  );
  expect(broken).toEqual([]);
});

test('a former address leads to a living page', () => {
  const redirects = pages.filter(isRedirect);
  expect(redirects.length).toBeGreaterThan(0);
  for (const page of redirects) {
    const refresh = tagsNamed(page, 'meta').find(({ attributes }) => attributes['http-equiv'] === 'refresh');
    const target = byAddress.get(refresh?.attributes['content']?.replace(/^0; url=/, '') ?? '');
    expect(target && !isRedirect(target), page.address).toBe(true);
  }
});

test('no page loads anything from elsewhere', () => {
  const loading = [
    'script',
    'img',
    'source',
    'video',
    'audio',
    'track',
    'iframe',
    'embed',
    'object',
    'use',
    'image',
  ];
  const foreign = pages.flatMap((page) =>
    page.tags
      .filter(
        ({ name, attributes }) =>
          loading.includes(name) || (name === 'link' && !/alternate|canonical/.test(attributes['rel'] ?? '')),
      )
      .flatMap(({ attributes }) => [
        attributes['src'],
        attributes['srcset'],
        attributes['poster'],
        attributes['data'],
        attributes['href'],
      ])
      .filter((address) => address !== undefined && /^(?:[a-z]+:)?\/\//i.test(address))
      .map((address) => `${page.address} ${address}`),
  );
  expect(foreign).toEqual([]);
});

test('no style sheet loads anything from elsewhere, and what it loads is there', () => {
  const sheets = [...files]
    .filter((file) => file.endsWith('.css'))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
  const inPages = pages.map(
    ({ address, html }) => [address, (html.match(/<style>[\s\S]*?<\/style>/g) ?? []).join('')] as const,
  );
  const loaded = [...sheets, ...inPages].flatMap(([file, css]) =>
    [...css.matchAll(/url\(["']?([^"')]+)["']?\)|@import\s+["']([^"']+)/g)]
      .map(([, url, sheet]) => url ?? sheet ?? '')
      .filter((address) => !address.startsWith('data:'))
      .map((address) => new URL(address, `${origin}${file}`)),
  );
  expect(loaded.length).toBeGreaterThan(0);
  expect(loaded.filter((url) => url.origin !== origin || !files.has(url.pathname)).map(String)).toEqual([]);
});

test('every page that search engines shall know can be reached from the home page', () => {
  const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8');
  const reached = new Set(['/fr/']);
  for (const address of reached) {
    const page = byAddress.get(address);
    for (const link of page ? tagsNamed(page, 'a') : []) {
      const url = new URL(link.attributes['href'] ?? '', `${origin}${address}`);
      if (url.origin === origin) reached.add(url.pathname);
    }
  }
  const lost = pages
    .filter((page) => sitemap.includes(`${page.address}<`))
    .filter(({ address }) => !reached.has(address));
  expect(lost.map(({ address }) => address)).toEqual([]);
});

/** This site’s own origin, as its pages name it. */
const published = new URL(
  tagsNamed(byAddress.get('/fr/') as Page, 'link').find(({ attributes }) => attributes['rel'] === 'canonical')
    ?.attributes['href'] ?? '',
).origin;

/** Every absolute address of this site in a text. */
function ownAddressesIn(text: string): string[] {
  const found = text.matchAll(new RegExp(`${published}([^\\s"'<>\\\\]*)`, 'g'));
  return [...found].map(([, path = '']) =>
    decodeURIComponent(path.replaceAll('&amp;', '&').split('?')[0] || '/'),
  );
}

test('what pages tell other sites of this one exists: pictures, data for search engines, canonical addresses', () => {
  const broken = pages.flatMap((page) =>
    [...new Set(ownAddressesIn(page.html))].filter(isBroken).map((address) => `${page.address} → ${address}`),
  );
  const pictures = pages.filter(({ tags }) =>
    tags.some(({ attributes }) => attributes['property'] === 'og:image'),
  );
  expect(pictures.length).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});

test('what feeds, calendars and the list for search engines name exists', () => {
  const named = [...files].filter((file) => /\.(?:xml|ics|txt)$/.test(file) && !file.startsWith('/media/'));
  const broken = named.flatMap((file) =>
    [...new Set(ownAddressesIn(readFileSync(join(folder, file), 'utf8').replace(/\r\n /g, '')))]
      .filter(isBroken)
      .map((address) => `${file} → ${address}`),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(broken).toEqual([]);
});

test('the icons that the manifest names are there', () => {
  const manifest = JSON.parse(readFileSync(join(folder, 'site.webmanifest'), 'utf8')) as {
    readonly icons: readonly { readonly src: string }[];
  };
  expect(manifest.icons.length).toBeGreaterThan(1);
  expect(manifest.icons.filter(({ src }) => !files.has(`/${src}`))).toEqual([]);
});
