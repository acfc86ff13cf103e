import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBody } from '../../src/mdx/body.ts';
import { typography } from '../../src/mdx/typography.ts';
import { blocks } from '../../src/schema/blocks.ts';

test.each([
  ['Vraiment ?', 'Vraiment\u202F?'],
  ['Vraiment?!', 'Vraiment\u202F?!'],
  ['Oui ; non', 'Oui\u202F; non'],
  ['À savoir :', 'À savoir\u00A0:'],
  ['À savoir: ceci', 'À savoir\u00A0: ceci'],
  ['« été »', '«\u00A0été\u00A0»'],
  ['«été»', '«\u00A0été\u00A0»'],
  ['« Quoi ? »', '«\u00A0Quoi\u202F?\u00A0»'],
  ['de 10:30 à 12:00', 'de 10:30 à 12:00'],
  ['voir https://a.lu/?b=c:d !', 'voir https://a.lu/?b=c:d\u202F!'],
  ['écrire à mailto:a@b.lu', 'écrire à mailto:a@b.lu'],
])('%s', (typed, shown) => {
  expect(typography(typed, 'fr')).toBe(shown);
});

test('spaces that are right stay, and doing it twice changes nothing', () => {
  const text = fc
    .array(
      fc.constantFrom('a', ' ', '\u00A0', '\u202F', ':', '?', '!', ';', '«', '»', '1', 'https://a.b/', '\n'),
    )
    .map((all) => all.join(''));
  const property = fc.property(text, (typed) => {
    const shown = typography(typed, 'fr');
    expect(typography(shown, 'fr')).toBe(shown);
  });
  fc.assert(property, { numRuns: 2000 });
});

test('other languages keep what was typed', () => {
  expect(typography('Really ? « a »', 'en')).toBe('Really ? « a »');
});

test('a sign after emphasis gets its space', () => {
  const { segments } = parseBody('**Note** : « *été* » !', { blocks, locale: 'fr' });
  const html = '<p><strong>Note</strong>\u00A0: «\u00A0<em>été</em>\u00A0»\u202F!</p>';
  expect(segments).toEqual([{ kind: 'html', html }]);
});

test('code and addresses keep what was typed', () => {
  const { segments } = parseBody('`a ? b : c` [a](https://a.lu/?b)', { blocks, locale: 'fr' });
  expect(segments).toEqual([
    { kind: 'html', html: '<p><code>a ? b : c</code> <a href="https://a.lu/?b">a</a></p>' },
  ]);
});

test('the words of blocks have French spaces too', () => {
  const { segments } = parseBody('<Details summary="Pourquoi ?">\n\nParce que !\n\n</Details>', {
    blocks,
    locale: 'fr',
  });
  expect(segments).toMatchObject([
    { fields: { summary: 'Pourquoi\u202F?' }, children: [{ html: '<p>Parce que\u202F!</p>' }] },
  ]);
});
