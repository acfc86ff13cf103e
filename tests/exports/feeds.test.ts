import { expect, test } from 'vitest';
import { catalogueFor } from '../../src/catalogue/catalogue.ts';
import { atom } from '../../src/exports/atom.ts';
import { courseFeed, newsFeed, sessionsFeed } from '../../src/exports/feeds.ts';
import { pagesOf, sitemap, sitemapPart, sitemapParts } from '../../src/exports/sitemap.ts';
import { escapeXml } from '../../src/exports/xml.ts';
import {
  aCourse,
  aNews,
  aPath,
  aPerson,
  aSession,
  aTopic,
  aVenue,
  contentOf,
  courseTexts,
} from '../builders.ts';
import { readXml, type XmlElement } from './read-xml.ts';

const origin = new URL('https://academie.example');
const content = contentOf({
  courses: [aCourse({ title: 'A < B & “C”' }, 'rgpd', { de: courseTexts('DSGVO') })],
  sessions: [
    aSession({}),
    aSession({ meetings: [{ date: '2026-12-01', start: '09:00', end: '10:00' }] }, 'passee'),
  ],
  venues: [aVenue()],
  news: [aNews({ title: 'R&D <3' })],
});
const catalogue = catalogueFor('fr', content, Date.parse('2027-01-15T12:00Z'), 'Europe/Luxembourg');
const course = catalogue.courses.get('rgpd');
const feeds = {
  'of a course': course ? courseFeed(catalogue, course, origin) : '',
  'of all sessions': sessionsFeed(catalogue, origin),
  'of the news': newsFeed(catalogue, origin),
};

test.each(Object.entries(feeds))('the feed %s is well-formed and has what Atom asks for', (_name, xml) => {
  const feed = readXml(xml);
  expect(feed.name).toBe('feed');
  for (const name of ['id', 'title', 'updated', 'author'])
    expect(childrenOf(feed, name), name).toHaveLength(1);
  const entries = childrenOf(feed, 'entry');
  expect(entries).toHaveLength(1);
  for (const name of ['id', 'title', 'updated']) expect(childrenOf(entries[0], name), name).toHaveLength(1);
  for (const { text } of [feed, ...entries].flatMap((element) => childrenOf(element, 'updated')))
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test('signs that mean something to XML come back as they were written', () => {
  const [entry] = childrenOf(readXml(feeds['of the news']), 'entry');
  expect(childrenOf(entry, 'title')[0]?.text).toBe('R&D <3');
});

test('characters that XML does not know are left out', () => {
  expect(escapeXml('a\u0000b\u000Bc\uFFFE\uD800d😀é')).toBe('abcd😀é');
});

test('a feed without entries is still a feed', () => {
  const empty = {
    title: 'A',
    language: 'fr',
    page: 'https://a/',
    self: 'https://a/f',
    author: 'A',
    updated: '2027-01-01T00:00:00Z',
  };
  expect(readXml(atom({ ...empty, entries: [] })).name).toBe('feed');
});

test('the sitemap names every page in four languages, each naming the others and itself', () => {
  const urls = childrenOf(readXml(sitemap(catalogue, origin)), 'url');
  expect(urls).toHaveLength(pagesOf(catalogue).length * 4);
  const alternates = new Map(
    urls.map((url) => [
      childrenOf(url, 'loc')[0]?.text ?? '',
      childrenOf(url, 'xhtml:link').map(
        ({ attributes }) => [attributes['hreflang'], attributes['href']] as const,
      ),
    ]),
  );
  for (const [address, others] of alternates) {
    expect(others.map(([language]) => language)).toEqual(['fr', 'de', 'lb', 'en', 'x-default']);
    for (const [, href = ''] of others)
      expect(alternates.get(href)?.map(([, back]) => back)).toContain(address);
  }
});

test('the sitemap keeps the pages that search engines should not list to itself', () => {
  expect(pagesOf(catalogue)).toContain('courses/rgpd/');
  expect(pagesOf(catalogue)).not.toContain('404/');
  expect(pagesOf(catalogue)).not.toContain('my-learning/');
});

function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

test('where the addresses are too many for one file, the sitemap names files that hold each once', () => {
  const [topic] = [aTopic()];
  const topics = Array.from({ length: 6000 }, (_, n) => ({ ...topic, slug: `topic-${n}` }));
  const large = catalogueFor(
    'fr',
    contentOf({ topics }),
    Date.parse('2027-01-15T12:00Z'),
    'Europe/Luxembourg',
  );
  expect(readXml(sitemap(large, origin)).name).toBe('sitemapindex');
  const parts = Array.from({ length: sitemapParts(large) }, (_, at) => sitemapPart(large, origin, at + 1));
  const addresses = parts.flatMap((xml) => xml.match(/(?<=<loc>)[^<]+/g) ?? []);
  expect(parts).toHaveLength(2);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toHaveLength(pagesOf(large).length * 4);
});

test('the sitemap names the later pages of lists', () => {
  const courses = Array.from({ length: 30 }, (_, n) => aCourse({ code: `CODE-${n}` }, `c-${n}`));
  const news = Array.from({ length: 30 }, (_, n) => aNews({}, `n-${n}`));
  const paths = Array.from({ length: 30 }, (_, n) => aPath({}, `p-${n}`));
  const people = Array.from({ length: 70 }, (_, n) => aPerson({}, `a-${n}`));
  const found = catalogueFor(
    'fr',
    contentOf({ courses, news, paths, people }),
    Date.parse('2027-01-15T12:00Z'),
    'Europe/Luxembourg',
  );
  const numbered = pagesOf(found).filter((path) => path.includes('/page/'));
  expect(numbered).toEqual(
    expect.arrayContaining(['courses/level/beginner/page/2/', 'news/page/2/', 'paths/page/2/']),
  );
  expect(numbered.filter((path) => path.startsWith('people/'))).toEqual(['people/page/2/']);
  expect(numbered.filter((path) => path.startsWith('courses/page/'))).toEqual(['courses/page/2/']);
  expect(pagesOf(found)).toContain('courses/level/beginner/');
});
