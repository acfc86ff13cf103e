import { expect, test } from 'vitest';
import { stringsFor } from '../../src/i18n/strings.ts';
import { isContentPage, type Page, readPages, siteFolder, tagsNamed, textOf } from './pages.ts';

const pages = readPages(siteFolder()).filter(isContentPage);

/** The addresses of the pages of which `holds` is not true. */
function pagesWhere(fails: (page: Page) => boolean): string[] {
  return pages.filter(fails).map(({ address }) => address);
}

test('every kind of page is there in four languages', () => {
  const kinds = [
    '',
    'courses/',
    'courses/langage-clair/',
    'sessions/',
    'topics/',
    'topics/digital-work/',
    'paths/',
  ]
    .concat([
      'paths/stage-agent-de-l-etat/',
      'modules/',
      'modules/ecrire-clair/',
      'people/',
      'people/anne-muller/',
    ])
    .concat([
      'news/',
      'news/histoire-academie/',
      'about/',
      'help/',
      'legal-notice/',
      'privacy/',
      'accessibility/',
    ])
    .concat(['trainers/', 'glossary/', 'design/', 'site-map/', 'my-learning/', '404/']);
  const addresses = new Set(pages.map(({ address }) => address));
  const wanted = ['fr', 'de', 'lb', 'en'].flatMap((locale) => kinds.map((kind) => `/${locale}/${kind}`));
  expect(wanted.filter((address) => !addresses.has(address))).toEqual([]);
});

test('a page says in which language it is', () => {
  const wrong = pagesWhere(
    (page) => tagsNamed(page, 'html')[0]?.attributes['lang'] !== page.address.slice(1, 3),
  );
  expect(wrong).toEqual([]);
});

test('a page has one heading of the first level, and its headings skip no level', () => {
  const wrong = pagesWhere(({ tags }) => {
    const levels = tags
      .map(({ name }) => /^h([1-6])$/.exec(name)?.[1])
      .filter((level) => level !== undefined);
    const jumps = levels.some((level, index) => Number(level) > Number(levels[index - 1] ?? 0) + 1);
    return levels.filter((level) => level === '1').length !== 1 || jumps;
  });
  expect(wrong).toEqual([]);
});

test('a page has its landmarks: banner, main, footer, and a way to skip to the content', () => {
  const wrong = pagesWhere((page) => {
    const [main, ...mains] = tagsNamed(page, 'main');
    const links = tagsNamed(page, 'a');
    const skips = links[0]?.attributes['href'] === `#${main?.attributes['id']}`;
    return !skips || mains.length > 0 || !tagsNamed(page, 'header')[0] || !tagsNamed(page, 'footer')[0];
  });
  expect(wrong).toEqual([]);
});

test('navigation regions have names that tell them apart', () => {
  const wrong = pagesWhere((page) => {
    const names = tagsNamed(page, 'nav').map(
      ({ attributes }) => attributes['aria-label'] ?? attributes['aria-labelledby'],
    );
    return names.some((name) => !name) || new Set(names).size !== names.length;
  });
  expect(wrong).toEqual([]);
});

test('no two pages of a language have the same title', () => {
  const shown = pages.filter(({ address }) => !/\/404/.test(address));
  const byTitle = Map.groupBy(shown, (page) => `${page.address.slice(0, 4)} ${textOf(page, 'title')}`);
  const repeated = [...byTitle.values()].filter((same) => same.length > 1);
  expect(repeated.map((same) => same.map(({ address }) => address))).toEqual([]);
});

test('a page has a description of its own words', () => {
  const wrong = pagesWhere((page) => {
    const found = tagsNamed(page, 'meta').filter(({ attributes }) => attributes['name'] === 'description');
    return found.length !== 1 || (found[0]?.attributes['content'] ?? '').length < 20;
  });
  expect(wrong).toEqual([]);
});

test('a page names its own address and itself in every language, each naming it back', () => {
  const alternates = new Map(pages.map((page) => [page.address, alternatesOf(page)]));
  const wrong = pagesWhere((page) => {
    const own = alternatesOf(page);
    if (page.address.endsWith('/404/')) return false;
    const complete =
      `${[...own.keys()]}` === 'fr,de,lb,en,x-default' && own.get('x-default') === own.get('fr');
    const named = canonicalOf(page) === page.address && own.get(page.address.slice(1, 3)) === page.address;
    const back = [...own.values()].every((other) =>
      [...(alternates.get(other)?.values() ?? [])].includes(page.address),
    );
    return !(complete && named && back);
  });
  expect(wrong).toEqual([]);
});

test('every picture has a text, empty where it is decoration', () => {
  expect(
    pagesWhere((page) => tagsNamed(page, 'img').some(({ attributes }) => attributes['alt'] === undefined)),
  ).toEqual([]);
});

test('a photograph is offered in modern formats, at the sizes of screens, and keeps its place free', () => {
  const [page] = pages.filter(({ address }) => address === '/fr/news/histoire-academie/');
  const [, picture = ''] = /<picture>([\s\S]*?)<\/picture>/.exec(page?.html ?? '') ?? [];
  for (const format of ['avif', 'webp'])
    expect(picture).toMatch(
      new RegExp(`srcset="[^"]+\\.${format} 360w, [^"]+\\.${format} 720w, [^"]+" type="image/${format}"`),
    );
  expect(picture).toMatch(/<img [^>]*alt="[^"]+"[^>]* width="\d+" height="\d+"/);
});

test('a text in another language than its page is marked, and the page says so', () => {
  const [page] = pages.filter(({ address }) => address === '/en/courses/marches-publics-electroniques/');
  const main = page?.html.split('<main')[1] ?? '';
  expect(main).toMatch(/<(?:div|article|section|header)\b[^>]* lang="fr"/);
  expect(main).toContain(stringsFor('en').t('notice.shown-in.fr'));
});

test('data for search engines is JSON that cannot end its script', () => {
  const scripts = pages.flatMap(({ html }) => [
    ...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g),
  ]);
  expect(scripts.length).toBeGreaterThan(100);
  for (const [, json = ''] of scripts) {
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toMatchObject({ '@context': 'https://schema.org' });
  }
});

function alternatesOf(page: Page): Map<string, string> {
  const links = tagsNamed(page, 'link').filter(({ attributes }) => attributes['hreflang']);
  return new Map(links.map(({ attributes }) => [attributes['hreflang'] ?? '', pathOf(attributes['href'])]));
}

function canonicalOf(page: Page): string {
  return pathOf(
    tagsNamed(page, 'link').find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href'],
  );
}

function pathOf(address = ''): string {
  return URL.canParse(address) ? new URL(address).pathname : '';
}
