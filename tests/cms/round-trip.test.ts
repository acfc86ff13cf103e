import { globSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { writtenBlock } from '../../src/cms/blocks.ts';
import { fileFormat } from '../../src/cms/format.ts';
import { partsOf } from '../../src/loader/front-matter.ts';
import { type BlockName, blocks } from '../../src/schema/blocks.ts';

const files = globSync('content/**/*.{mdx,yaml}').sort();

test('the editor writes every file as it was while nobody changes it, and else with the same fields and body', () => {
  const changed = files.filter((file) => {
    const extension = file.endsWith('.mdx') ? 'mdx' : 'yaml';
    const text = readFileSync(file, 'utf8');
    const format = fileFormat(extension);
    const { _source, ...fields } = format.fromFile(text);
    if (format.toFile({ ...fields, _source }) !== text) return true;
    const written = format.toFile(fields);
    const [before, after] = [text, written].map((each) => partsOf(extension, each));
    const values = [before, after].map((parts) => JSON.stringify(load(parts?.yaml ?? '')));
    return (
      values[0] !== values[1] ||
      before?.body.trim() !== after?.body.replace(/^(\d+)\\(?=[.)])/gm, '$1').trim()
    );
  });
  expect(files.length).toBeGreaterThan(300);
  expect(changed).toEqual([]);
});

test('every block of the content is found by its form', () => {
  const bodies = files
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => [file, readFileSync(file, 'utf8')] as const);
  const unfound: string[] = [];
  let found = 0;
  for (const [file, text] of bodies) {
    for (const { 2: fence, 3: tag, index } of text.matchAll(/^(?:(`{3,})([a-z]+)\n|<([A-Z]\w+))/gm)) {
      const name = Object.keys(blocks).find((each) => each === tag || each.toLowerCase() === fence);
      if (!name) continue;
      found += 1;
      const match = writtenBlock(name as BlockName).pattern.exec(text.slice(index));
      if (!match) unfound.push(`${file} ${name}`);
    }
  }
  expect(found).toBeGreaterThan(200);
  expect(unfound).toEqual([]);
});
