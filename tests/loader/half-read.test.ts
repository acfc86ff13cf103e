import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/loader/load.ts';

test('a file with one mistake still shows its others: a code given twice, an entry that does not exist', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'content-'));
  try {
    await cp('content', folder, { recursive: true });
    const file = join(folder, 'courses/langage-clair.fr.mdx');
    const text = await readFile(file, 'utf8');
    const broken = text
      .replace(/^level:.*$/m, 'level: leicht')
      .replace(/^code:.*$/m, 'code: et_0811-1-001BL')
      .replace(/^trainers:.*(?:\n {2}- .*)*$/m, 'trainers: [nobody]');
    await writeFile(file, broken);
    const { mistakes } = await loadContent(folder, 'public');
    const keys = mistakes
      .filter((mistake) => mistake.file.includes('langage-clair') || mistake.key === 'mistakes.duplicateCode')
      .map(({ key }) => key);
    expect(keys.toSorted()).toEqual(['mistakes.choice', 'mistakes.duplicateCode', 'mistakes.missingEntry']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
