import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { corpusOf } from '../../src/commands/bench-search/documents.ts';
import { judge } from '../../src/commands/bench-search/judge.ts';
import { readQueries } from '../../src/commands/bench-search/judged.ts';
import { qualityReport } from '../../src/commands/bench-search/report.ts';

async function fileWith(lines: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'judged-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'lines.jsonl');
  await writeFile(file, lines.join('\n'));
  return file;
}

test('another catalogue is judged by its own queries, beside the other systems', async () => {
  const documents = await fileWith([
    '{"id":"bread","lang":"en","title":"Baking bread","text":"Flour, water and patience."}',
    '{"id":"boats","lang":"en","title":"Sailing small boats","text":"Wind and knots."}',
    '{"id":3,"lang":"en","title":"Keeping bees","text":"Honey from your garden."}',
  ]);
  const queries = await fileWith([
    '{"q":"bakin bred","lang":"en","relevant":["bread"],"category":"typos"}',
    '',
    '{"q":"bees","lang":"en","relevant":["3"],"category":"words"}',
  ]);
  const judged = await judge(await corpusOf(documents), await readQueries(queries));
  expect([...judged.keys()]).toEqual(['Academy', 'Pagefind', 'MiniSearch']);
  expect(judged.get('Academy')?.map(({ answered }) => answered[0])).toEqual(['bread', '3']);
  expect(qualityReport(judged, { misses: true, half: undefined })).toMatch(
    /\| typos \| 1 \| 1\.000 \/ 1\.000/,
  );
});

test('every unusable line of a file is told with its number and field', async () => {
  const documents = await fileWith(['{"id":"a","lang":"en"}', 'bread', '', '{"id":"b","title":7}']);
  const error = await corpusOf(documents).catch((reason: Error) => reason.message);
  expect(error).toMatch(/lines\.jsonl:1: “title”: .*“text”: /);
  expect(error).toMatch(/lines\.jsonl:2: this is no JSON object/);
  expect(error).toMatch(/lines\.jsonl:4: “lang”: .*“title”: /);
});

test('a file that is not there is named', async () => {
  await expect(readQueries('no/such.jsonl')).rejects.toThrow('no/such.jsonl can’t be read');
});
