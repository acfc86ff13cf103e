import { expect, test } from 'vitest';
import { textOf } from '../../src/mdx/text.ts';
import { blocks } from '../../src/schema/blocks.ts';

const words = (source: string) => textOf(source, { blocks, locale: 'en' });

test('the text for the search has what a reader sees, and no markup', () => {
  expect(
    words('# A & B\n\nH<sub>2</sub>O is *wet*: `a < b`.\n\n- one\n- two\n\n![A room](/media/a.jpg)'),
  ).toBe('A & B H2O is wet: a < b. one two A room');
});

test('the words of blocks are found, their addresses and kinds are not', () => {
  const quiz =
    '```quiz\nquestions:\n  - type: text\n    question: "**Which** colour?"\n    answers: [blue]\n```';
  expect(
    words(
      `<Callout kind="tip" title="Hint">\n\nRead the <Term id="gdpr">rules</Term>.\n\n</Callout>\n\n${quiz}`,
    ),
  ).toBe('Hint Read the rules. Which colour? blue');
});
