import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blockPreview } from '../../src/cms/block-preview.ts';
import { writtenBlock } from '../../src/cms/blocks.ts';
import { editorWords } from '../../src/cms/words.ts';
import { type BlockName, blocks } from '../../src/schema/blocks.ts';

const words = editorWords('fr');

test('a callout is shown with the elements and classes of its page', () => {
  const values = { kind: 'tip', title: '', children: 'Du texte **fort** & <sûr>.\n\n- un\n- deux' };
  expect(blockPreview('Callout', values, words)).toBe(
    '<div data-block="Callout"><div class="callout tip"><p class="title">Conseil</p><div class="stack">' +
      '<p>Du texte <strong>fort</strong> &amp; &lt;sûr>.</p><ul><li>un</li><li>deux</li></ul></div></div></div>',
  );
});

test('a form that was only begun is shown as far as it goes', () => {
  for (const name of Object.keys(blocks) as BlockName[]) expect(blockPreview(name, {}, words)).toMatch(/^<d/);
  expect(blockPreview('Quiz', { questions: [null, { type: 'choice' }] }, words)).toContain('<ol><li>');
});

test('every block of the content is shown with words of its own', () => {
  const shown = new Map<BlockName, number>();
  for (const file of globSync('content/**/*.mdx')) {
    const text = readFileSync(file, 'utf8');
    for (const { 2: fence, 3: tag, index } of text.matchAll(/^(?:(`{3,})([a-z]+)\n|<([A-Z]\w+))/gm)) {
      const name = Object.keys(blocks).find(
        (each) => each === tag || each.toLowerCase() === fence,
      ) as BlockName;
      const { pattern, read } = writtenBlock(name ?? 'Quiz');
      const match = name && pattern.exec(text.slice(index));
      if (!match) continue;
      const preview = blockPreview(name, read(match), words);
      const said = preview.replace(/<[^>]+>/g, '').trim();
      if (said.length > 3) shown.set(name, (shown.get(name) ?? 0) + 1);
      expect(preview).not.toMatch(/<script|javascript:|undefined|\[object/);
    }
  }
  expect([...shown.keys()].length).toBeGreaterThan(10);
});
