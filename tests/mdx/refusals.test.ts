import { expect, test } from 'vitest';
import { hasString } from '../../src/i18n/strings.ts';
import { parseBody } from '../../src/mdx/body.ts';
import { blocks } from '../../src/schema/blocks.ts';

function mistakesIn(source: string) {
  return parseBody(source, { blocks, locale: 'fr', file: 'modules/a.fr.mdx', firstLine: 5 }).mistakes;
}

test.each([
  ['an unknown block', 'Texte\n\n<Quizz id="a" />', 'mistakes.mdx.unknownBlock', 7, 1],
  ['an HTML element', 'Texte <b>gras</b>', 'mistakes.mdx.element', 5, 7],
  ['a script', '<script>\nalert(1)\n</script>', 'mistakes.mdx.element', 5, 1],
  ['an iframe', '<iframe src="https://a.lu"></iframe>', 'mistakes.mdx.element', 5, 1],
  ['an image tag without its slash', '<img src="x" onerror="alert(1)">', 'mistakes.mdx.element', 5, 1],
  ['an event handler', 'a <sub onclick="alert(1)">2</sub>', 'mistakes.mdx.attribute', 5, 3],
  ['a style', 'a <span style="x">2</span>', 'mistakes.mdx.attribute', 5, 3],
  [
    'an unknown attribute of a block',
    '<Download file="/media/a.pdf" title="A" onclick="x" />',
    'mistakes.unknownField',
    5,
    1,
  ],
  ['a missing field of a block', '\n<Download file="/media/a.pdf" />', 'mistakes.text', 6, 1],
  ['a missing description of a picture', '<Figure src="/media/a.jpg" />', 'mistakes.alt', 5, 1],
  ['a fenced block without its fields', 'a\n\n```quiz\ntitle: a\n```', 'mistakes.list', 7, 1],
  ['an empty fenced block', '```checklist\n```', 'mistakes.text', 5, 1],
  [
    'a fenced field of another kind',
    '```checklist\nitems:\n  - b\ntitle:\n  - a\n```',
    'mistakes.text',
    8,
    1,
  ],
  [
    'an address that could run in a fenced field',
    '```steps\nsteps:\n  - title: a\n    text: |\n      [b](javascript:c)\n```',
    'mistakes.mdx.address',
    8,
    1,
  ],
  ['YAML with a slip', '```checklist\ntitle: a\nitems: [b\n```', 'mistakes.mdx.yaml', 7, 1],
  ['a fenced block written as a tag', '<Quiz title="a" />', 'mistakes.mdx.asFence', 5, 1],
  ['a tag written as a fenced block', '```callout\nkind: tip\n```', 'mistakes.mdx.asElement', 5, 1],
  ['a block in a sentence', 'a <Download file="/media/a.pdf" title="A" /> b', 'mistakes.mdx.ownLines', 5, 3],
  ['text in a block that holds none', '<Embed course="git">a</Embed>', 'mistakes.mdx.noText', 5, 1],
  ['a block without its text', '<Callout kind="tip" />', 'mistakes.mdx.text', 5, 1],
  ['a heading that leaves out a level', '## a\n\n#### b', 'mistakes.mdx.headingJump', 7, 1],
  ['a link without words', 'a [](https://a.lu/)', 'mistakes.mdx.linkText', 5, 3],
  ['a picture without words', '![](/media/a.jpg)', 'mistakes.mdx.alt', 5, 1],
  ['a picture from elsewhere', '![a](https://a.lu/b.jpg)', 'mistakes.mdx.image', 5, 1],
])('%s is refused with its place', (_, source, key, line, column) => {
  const mistakes = mistakesIn(source);
  expect(mistakes).toContainEqual(expect.objectContaining({ file: 'modules/a.fr.mdx', key, line, column }));
  for (const mistake of mistakes) expect(hasString(mistake.key), mistake.key).toBe(true);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#10;script:alert(1)',
  '&#x6A;avascript:alert(1)',
  'javascript&colon;alert(1)',
  '%20javascript:alert(1)',
  '&#1;javascript:alert(1)',
  'data:text/html,a',
  'vbscript:a',
  'file:///etc/passwd',
  '//a.lu/b',
  '\\\\a.lu',
  'https:a',
])('the address %s is refused', (address) => {
  const { segments, mistakes } = parseBody(`[a](${address})`, { blocks, locale: 'fr' });
  expect(mistakes).toMatchObject([{ key: 'mistakes.mdx.address', line: 1, column: 1 }]);
  expect(JSON.stringify(segments)).not.toContain('href');
});

test.each([
  'https://a.lu/b?c=d#e',
  'mailto:a@b.lu',
  'tel:+352247',
  '#a',
  '../b/',
  '/fr/aide/',
  'a/b:c',
  '?a=b',
])('the address %s is taken', (address) => {
  expect(parseBody(`[a](${address})`, { blocks, locale: 'fr' })).toMatchObject({
    mistakes: [],
    links: [{ address }],
  });
});

test('all mistakes of a body are told at once, in the order of the text', () => {
  const lines = mistakesIn('<b>a</b>\n\n[x](data:a)\n\n<Foo />\n\n```quiz\n[\n```').map(({ line }) => line);
  expect(lines).toEqual([5, 7, 9, 12]);
});
