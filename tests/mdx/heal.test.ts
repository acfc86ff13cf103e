import { expect, test } from 'vitest';
import { heal } from '../../src/mdx/heal.ts';

test.each([
  ['a comparison stays a comparison', 'a < b, <3 ans', 'a \\< b, \\<3 ans'],
  ['an expression becomes text', 'un {x}', 'un \\{x}'],
  [
    'an address in angle brackets becomes a link',
    '<https://inap.lu/>',
    '[https://inap.lu/](https://inap.lu/)',
  ],
  ['an e-mail address in angle brackets becomes a link', '<a@b.lu>', '[a@b.lu](mailto:a@b.lu)'],
  ['a comment, which nobody sees, goes', 'a <!-- b\nc --> d', 'a  d'],
  ['a comment over paragraphs goes', '<!-- a\n\nb -->\n\nc', '\n\nc'],
  ['a paragraph that begins with export is no code', 'export des données', ' export des données'],
  ['a paragraph that begins with import is no code', 'import de fichiers', ' import de fichiers'],
  ['bullets pasted from Word become a list', '·\u00A0\u00A0 un\n•\tdeux\no\ttrois', '- un\n- deux\n- trois'],
  ['line ends of other systems become line feeds', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['what no reader can see goes', '\uFEFFa\0b\u0007c', 'abc'],
  ['half a character becomes the sign for it', 'a\uD800b', 'a\uFFFDb'],
  ['text pasted in a Windows encoding keeps its quotes', 'l\u0092eau', 'l’eau'],
  ['a tag without its partner is text', 'un <b> et </i>', 'un \\<b> et \\</i>'],
  ['a tag without its end is text', '<Quiz id="x', '\\<Quiz id="x'],
  ['an attribute with an expression makes no tag', '<Term id={x} />', '\\<Term id=\\{x} />'],
  ['an HTML element that has no end tag gets its slash', 'a<br>b', 'a<br />b'],
  [
    'tags on the lines of their text get lines of their own',
    '<Details summary="a">b\n\nc</Details>',
    '<Details summary="a">\n\nb\n\nc\n\n</Details>',
  ],
  [
    'a block ends the list before it',
    '- a\n<Callout kind="tip">\nb\n</Callout>',
    '- a\n\n<Callout kind="tip">\nb\n</Callout>',
  ],
  ['emphasis can’t cross the border of a tag', '**a <Term>b** c</Term>', '**a <Term>b\\*\\* c</Term>'],
  ['backticks without partners are text', '`a {b}', '\\`a \\{b}'],
  ['a link to an address with spaces stays one', '[a](<b c>) {d}', '[a](b%20c) \\{d}'],
])('%s', (_, source, text) => {
  expect(heal(source).text).toBe(text);
});

test.each([
  'Du **gras**, de l’*italique*, « des guillemets », dix\u00A0% et 10 > 9.',
  '<Callout kind="note">\n\nDu texte\n\n</Callout>',
  '<Callout kind="note">\nDu texte\n</Callout>',
  'Le <Term id="rgpd">RGPD</Term> est *là*.',
  '<Figure\n  src="/media/a.jpg"\n  alt="a {b}"\n/>',
  '```quiz\nquestion: "{a} < <b>"\n```',
  '1. Ouvrir\n\n   ```sh\n   echo {a} <b>\n   ```\n\n2. Fermer',
  '> ```\n> {a}\n> ```',
  'Du `code {a} <b>` et ``un ` {b}``.',
  'a \\< b et \\{c}',
])('what is right stays as it is: %j', (source) => {
  expect(heal(source)).toEqual({ text: source, changes: [] });
});

test('each change says where in the source it was made', () => {
  const source = '\uFEFFun\r\n\r\n<!-- a -->\r\ndeux {x} et <3\r\n\r\nexport de';
  expect(heal(source).changes).toEqual(
    expect.arrayContaining([
      { line: 3, column: 1, what: 'comment' },
      { line: 4, column: 6, what: 'brace' },
      { line: 4, column: 13, what: 'angle' },
      { line: 6, column: 1, what: 'code-line' },
    ]),
  );
});

test('ten thousand signs without partners are healed in a moment', () => {
  for (const sign of ['<', '{', '`', '<a>', '</a>', '[', '](', '*', '> ', '<!--', '<a\n', '``` \n']) {
    const start = performance.now();
    heal(sign.repeat(10_000));
    expect(performance.now() - start, sign).toBeLessThan(5_000);
  }
});
