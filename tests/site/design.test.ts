import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sessionStates } from '../../src/catalogue/session-state.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { interfaceIcons } from '../../src/illustrations/interface-icons.ts';
import { topicIcons } from '../../src/illustrations/topic-icons.ts';
import { linePairs, looks, readTokens, textPairs } from '../../src/styles/tokens.ts';
import { type Page, readPages, siteFolder, tagsNamed } from './pages.ts';

const pages = readPages(siteFolder());
const design = pages.find(({ address }) => address === '/fr/design/') as Page;

test('every page leads to the design page', () => {
  const framed = pages.filter(
    ({ address, html }) => /^\/\w\w\//.test(address) && html.includes('footer-contact'),
  );
  expect(framed.length).toBeGreaterThan(100);
  expect(
    framed
      .filter((page) => !page.html.includes(`/${page.address.slice(1, 3)}/design/"`))
      .map((p) => p.address),
  ).toEqual([]);
});

test('the design page shows every shade, every purpose, every size and every space', () => {
  const { usual } = readTokens(readFileSync('src/styles/tokens.css', 'utf8'));
  const names = [...usual]
    .filter(([name, value]) => value.startsWith('#') || /^(?:color|art|size|space)-/.test(name))
    .map(([name]) => name.replace('color-', ''));
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name) => !new RegExp(`>\\s*${name}[,<\\s]`).test(design.html))).toEqual([]);
});

test('the design page shows each measured contrast in each look', () => {
  expect(tagsNamed(design, 'td').length).toBe((textPairs.length + linePairs.length) * looks.length);
});

test('pages of one kind do not share one picture where others link to them', () => {
  for (const kind of ['courses', 'modules', 'paths', 'people', 'news']) {
    const pictures = pages
      .filter(({ address }) => new RegExp(`^/fr/${kind}/[^/]+/$`).test(address))
      .map(({ html }) => /property="og:image" content="([^"]+)"/.exec(html)?.[1]);
    expect([kind, new Set(pictures).size > 1]).toEqual([kind, true]);
    expect([kind, pictures.includes(undefined)]).toEqual([kind, false]);
  }
});

test('the design page shows each state of a session and each sign', () => {
  const { t } = stringsFor('fr');
  expect(sessionStates.filter((state) => !design.html.includes(`>${t(`options.state.${state}`)}<`))).toEqual(
    [],
  );
  const signs = Object.values({ ...interfaceIcons, ...topicIcons });
  expect(signs.filter((sign) => !design.html.includes(sign))).toEqual([]);
});
