import { expect, test, vi } from 'vitest';
import { headingLevels, linksWithin } from '../../src/blocks/prose-html.ts';

vi.stubEnv('BASE_URL', '/');

test('a link to a page of this site leads to it in the reader’s language, one to a file to the file', () => {
  expect(linksWithin('<a href="/courses/rgpd/">', 'de')).toBe('<a href="/de/courses/rgpd/">');
  expect(linksWithin('<a href="/media/a.pdf">', 'de')).toBe('<a href="/media/a.pdf">');
});

test('links elsewhere and addresses in the text stay as they are', () => {
  const html = '<a href="https://a.lu/">href="/courses/"</a>';
  expect(linksWithin(html, 'fr')).toBe(html);
});

test('the title of a block is one level below the heading before it', () => {
  const html = (text: string) => ({ kind: 'html', html: text }) as const;
  const picture = { kind: 'image', src: '/media/a.png', alt: 'A' } as const;
  expect(
    headingLevels([picture, html('<h2 id="a">A</h2>'), picture, html('<h3>B</h3>'), picture], 2),
  ).toEqual([2, 2, 3, 3, 4]);
});
