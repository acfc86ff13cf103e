import { compile } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { readFiles } from '../../src/loader/files.ts';
import { partsOf } from '../../src/loader/front-matter.ts';
import { collections } from '../../src/schema/collections.ts';

test('each body of the content compiles with the MDX that everyone uses, as it is written', async () => {
  const { files } = readFiles('content');
  const bodies = files
    .filter(({ collection }) => collections[collection].extension === 'mdx')
    .map(({ file, text }) => ({ file, body: partsOf('mdx', text).body }));
  const complaints: string[] = [];
  for (const { file, body } of bodies) {
    await compile(body, { remarkPlugins: [remarkGfm] }).catch((error: unknown) =>
      complaints.push(`${file}: ${String(error)}`),
    );
  }
  expect(complaints).toEqual([]);
  expect(bodies.length).toBeGreaterThan(100);
});
