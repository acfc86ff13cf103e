import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BodyOptions, parseBody, type Segment } from '../../src/mdx/body.ts';
import { blocks } from '../../src/schema/blocks.ts';
import { mdxIsh } from './mdx-ish.ts';

const options: BodyOptions = { blocks, locale: 'en' };

/** All HTML of a body, with that of its blocks. */
function htmlOf(segments: readonly Segment[]): string {
  return segments
    .map((segment) =>
      segment.kind === 'html' ? segment.html : segment.kind === 'block' ? htmlOf(segment.children) : '',
    )
    .join('');
}

const html = (source: string, more: Partial<BodyOptions> = {}) =>
  htmlOf(parseBody(source, { ...options, ...more }).segments);

test.each([
  [
    'words',
    'Some *emphasis*, **weight** and `code`.',
    '<p>Some <em>emphasis</em>, <strong>weight</strong> and <code>code</code>.</p>',
  ],
  ['signs of HTML', 'a & b > c < d', '<p>a &amp; b &gt; c &lt; d</p>'],
  ['code', '```js\na < b\n```', '<pre tabindex="0"><code class="language-js">a &lt; b\n</code></pre>'],
  ['a link', '[x](https://a.lu/?a=1&b=2)', '<p><a href="https://a.lu/?a=1&amp;b=2">x</a></p>'],
  [
    'a harmless tag',
    'H<sub>2</sub>O, <abbr title="a &quot;b&quot;">x</abbr>',
    '<p>H<sub>2</sub>O, <abbr title="a &quot;b&quot;">x</abbr></p>',
  ],
  [
    'a task',
    '- [x] a',
    '<ul class="contains-task-list">\n<li class="task-list-item"><span class="task-state" role="img" aria-label="Done">☑</span> a</li>\n</ul>',
  ],
  ['an expression', '{alert(1)}', '<p>{alert(1)}</p>'],
])('%s are written as HTML', (_, source, expected) => {
  expect(html(source)).toBe(expected);
});

test('a table can be scrolled by keyboard and its columns are aligned by classes', () => {
  const table = html('| a | b |\n| - | -: |\n| 1 | 2 |');
  expect(table).toMatch(/^<section class="table-scroll" aria-label="Table: a, b" tabindex="0"><table>/);
  expect(table).toContain('<th scope="col" class="align-end">b</th>');
});

test('footnotes have the words of the page’s language', () => {
  const note = html('x[^1]\n\n[^1]: y', { locale: 'de' });
  expect(note).toContain('<h2 id="footnote-label">Fußnoten</h2>');
  expect(note).toContain('aria-label="Zurück zum Text, Fußnote 1"');
});

test('the highest heading takes the page’s level, and anchors are readable and given once', () => {
  const { headings } = parseBody('# Où en êtes-vous ?\n\n## Œuvre\n\n## Œuvre\n\n## 😀', {
    ...options,
    baseLevel: 3,
    reservedIds: ['oeuvre'],
  });
  expect(headings).toEqual([
    { level: 3, text: 'Où en êtes-vous ?', id: 'ou-en-etes-vous' },
    { level: 4, text: 'Œuvre', id: 'oeuvre-2' },
    { level: 4, text: 'Œuvre', id: 'oeuvre-3' },
    { level: 4, text: '😀', id: 'section' },
  ]);
});

test('a block with text has its fields and the segments of its text', () => {
  const { segments, mistakes } = parseBody(
    '<Callout kind="tip" title="Hint">\n\nRead **this**.\n\n</Callout>',
    options,
  );
  expect(mistakes).toEqual([]);
  expect(segments).toEqual([
    {
      kind: 'block',
      name: 'Callout',
      id: 'callout-hint',
      fields: { kind: 'tip', title: 'Hint' },
      children: [{ kind: 'html', html: '<p>Read <strong>this</strong>.</p>' }],
    },
  ]);
});

test('a fenced block has its fields, with Markdown as segments and numbers as text', () => {
  const source =
    '```flashcards\ntitle: Cards\ncards:\n  - front: 1871\n    back: "*a* {b}"\n  - front: no\n    back: d\n```';
  const { segments, mistakes } = parseBody(source, options);
  expect(mistakes).toEqual([]);
  expect(segments).toMatchObject([
    {
      name: 'Flashcards',
      id: 'flashcards-cards',
      fields: {
        title: 'Cards',
        cards: [
          { front: '1871', back: [{ kind: 'html', html: '<p><em>a</em> {b}</p>' }] },
          { front: 'no', back: [{ kind: 'html', html: '<p>d</p>' }] },
        ],
      },
    },
  ]);
});

test('a term stands in its sentence', () => {
  const { segments } = parseBody('The <Term id="rgpd">GDPR</Term> rules.', options);
  expect(segments).toMatchObject([
    { kind: 'html', html: '<p>The ' },
    { kind: 'block', name: 'Term', fields: { id: 'rgpd' }, children: [{ kind: 'html', html: 'GDPR' }] },
    { kind: 'html', html: ' rules.</p>' },
  ]);
});

test('a term on lines of its own is a paragraph', () => {
  const { segments } = parseBody('<Term id="rgpd">\nGDPR\n</Term>', options);
  expect(segments).toMatchObject([{ html: '<p>' }, { children: [{ html: 'GDPR' }] }, { html: '</p>' }]);
});

test('a picture is left to the page', () => {
  const { segments, images } = parseBody('![A room](/media/room.jpg "Room")', options);
  expect(segments).toContainEqual({ kind: 'image', src: '/media/room.jpg', alt: 'A room', title: 'Room' });
  expect(images).toEqual([{ address: '/media/room.jpg', line: 1, column: 1 }]);
});

test('links and blocks are listed with their place, for the checks of references', () => {
  const { links, blocks: found } = parseBody('[x](../y/)\n\n<Embed course="git" />', {
    ...options,
    firstLine: 10,
  });
  expect(links).toEqual([{ address: '../y/', line: 10, column: 1 }]);
  expect(found).toEqual([{ name: 'Embed', value: { course: 'git' }, line: 12, column: 1 }]);
});

const tags =
  'a abbr bdi blockquote br cite code del div em h1 h2 h3 h4 h5 h6 hr kbd li mark ol p pre q section small span strong sub sup table tbody td th thead tr ul wbr'.split(
    ' ',
  );
const attributes = 'href id class title lang dir role aria-label aria-describedby tabindex scope start'.split(
  ' ',
);

test('whatever is written, the HTML holds nothing that could run', () => {
  const property = fc.property(mdxIsh, (source) => {
    for (const [, name = '', rest = ''] of html(source).matchAll(/<\/?([^\s/>]*)([^>]*)>/g)) {
      expect(tags).toContain(name);
      for (const [, attribute, value = ''] of rest.matchAll(/\s([^\s=]+)="([^"]*)"/g)) {
        expect(attributes).toContain(attribute);
        if (attribute === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:|tel:|#|(?![^/?#]*:))/i);
      }
    }
  });
  fc.assert(property, { numRuns: 3000 });
});
