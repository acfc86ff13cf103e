import { expect, test } from 'vitest';
import { writtenBlock } from '../../src/cms/blocks.ts';
import type { BlockName } from '../../src/schema/blocks.ts';

const readAndWritten = (name: BlockName, text: string, change: object = {}) => {
  const { pattern, read, write } = writtenBlock(name);
  return write({ ...read(pattern.exec(text) as RegExpExecArray), ...change });
};

test('a block that nobody changed is written as it was, whatever its form', () => {
  const quiz =
    "```quiz\n# une note\nquestions:\n    - type: text\n      question: 'Où ?'\n      answers: [ici]\n```";
  expect(readAndWritten('Quiz', `${quiz}\n\nSuite.`)).toBe(quiz);
  const callout = '<Callout title="Un &quot;mot&quot;"   kind="tip">\nTexte.\n</Callout>';
  expect(readAndWritten('Callout', `${callout}\n\nSuite.`)).toBe(callout);
});

test('a changed block is written in the order of its form, with signs that a tag can hold', () => {
  const callout = '<Callout title="Avant" kind="tip">\nTexte.\n</Callout>';
  expect(readAndWritten('Callout', callout, { title: 'Dit « "oui" »\nou &amp; non' })).toBe(
    '<Callout kind="tip" title="Dit « &quot;oui&quot; » ou &amp;amp; non">\n\nTexte.\n\n</Callout>',
  );
  expect(
    readAndWritten('Checklist', '```checklist\nitems: [a]\ntitle: T\n```', { items: ['a', '```'] }),
  ).toBe("````checklist\ntitle: T\nitems:\n  - a\n  - '```'\n````");
});

test('a fence whose YAML can’t be read stays as it is until somebody fills in its form', () => {
  const broken = '```steps\nsteps: [\n```';
  expect(readAndWritten('Steps', broken)).toBe(broken);
});
