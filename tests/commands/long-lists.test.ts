import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coursesOnPage, peopleOnPage } from '../../src/catalogue/lists.ts';
import { locales } from '../../src/i18n/locales.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { type Page, readPages, tagsNamed, textOf } from '../site/pages.ts';
import { build } from './built-folders.ts';

/** An entry of each list, of which there shall be so many more that the list needs a second page. */
const lists = [
  { list: 'modules', slug: 'ecrire-clair', most: coursesOnPage },
  { list: 'paths', slug: 'formateur-numerique', most: coursesOnPage },
  { list: 'news', slug: 'histoire-academie', most: coursesOnPage },
  { list: 'people', slug: 'anne-muller', most: peopleOnPage },
];

let place: string;
let pages: ReadonlyMap<string, Page>;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'long-lists-'));
  const content = join(place, 'content');
  cpSync('content', content, { recursive: true });
  for (const { list, slug, most } of lists) {
    const files = readdirSync(join(content, list)).filter((file) => file.startsWith(`${slug}.`));
    for (let n = 1; n <= most; n += 1)
      for (const file of files)
        cpSync(join(content, list, file), join(content, list, file.replace(slug, `${slug}-${n}`)));
  }
  build({ content, outDir: join(place, 'site'), moment: 1_798_761_600 });
  pages = new Map(readPages(join(place, 'site')).map((page) => [page.address, page]));
}, 600_000);

afterAll(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }));

describe.each(lists)('the list of $list', ({ list, most }) => {
  test.each(locales)('stands in %s on pages that lead to each other and hold each entry once', (locale) => {
    const first = `/${locale}/${list}/`;
    const shown: Page[] = [];
    for (let next: string | undefined = first; next; next = linkOf(shown.at(-1), 'next')) {
      const page = pages.get(next);
      expect(page, next).toBeDefined();
      expect(linkOf(page, 'prev')).toBe(shown.at(-1)?.address);
      shown.push(page as Page);
    }
    expect(shown.map(({ address }) => address)).toEqual([first, `${first}page/2/`]);
    const entries = shown.map((page) => entriesIn(page, first));
    for (const some of entries) expect(some.length).toBeLessThanOrEqual(most);
    const own = new RegExp(`^${first}[^/]+/$`);
    expect(entries.flat().sort()).toEqual([...pages.keys()].filter((address) => own.test(address)).sort());
  });

  test.each(locales)('says on each page in %s which one it is', (locale) => {
    const { t } = stringsFor(locale);
    const first = `/${locale}/${list}/`;
    const second = pages.get(`${first}page/2/`) as Page;
    const [canonical] = tagsNamed(second, 'link').filter(
      ({ attributes }) => attributes['rel'] === 'canonical',
    );
    expect(canonical?.attributes['href']).toMatch(new RegExp(`${second.address}$`));
    const name = textOf(pages.get(first) as Page, 'h1');
    const title = t('pages.title', { title: name, n: '2', pages: '2' });
    expect(textOf(second, 'h1')).toBe(title);
    expect(textOf(second, 'title')).toContain(title);
  });
});

/** Where a page says that the list goes on, or went before. */
function linkOf(page: Page | undefined, rel: string): string | undefined {
  const links = page ? tagsNamed(page, 'a') : [];
  return links.find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'];
}

/** The entries of the list at `path` that the text of a page names. */
function entriesIn({ html }: Page, path: string): string[] {
  const text = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const links = [...text.matchAll(/ href="([^"]+)"/g)].map(([, href = '']) => href);
  return links.filter((href) => href.startsWith(path) && /^[^/]+\/$/.test(href.slice(path.length)));
}
