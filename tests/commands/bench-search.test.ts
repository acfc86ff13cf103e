import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { barTable, costBars, qualityBars } from '../../src/commands/bench-search/bars.ts';
import { corpusOf } from '../../src/commands/bench-search/documents.ts';
import { halvesOf } from '../../src/commands/bench-search/halves.ts';
import { judge } from '../../src/commands/bench-search/judge.ts';
import { readQueries } from '../../src/commands/bench-search/judged.ts';
import { misses, qualityReport } from '../../src/commands/bench-search/report.ts';
import { serveSite } from '../../src/commands/bench-search/served-site.ts';

async function fileWith(lines: readonly string[], path = 'lines.jsonl'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'judged-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, lines.join('\n'));
  return file;
}

const bread = '{"id":"bread","lang":"en","title":"Baking bread","text":"Flour, water and patience."}';
const query = (q: string, relevant: string[], category = 'words') => ({ q, lang: 'en', relevant, category });

test('another catalogue is judged by its own queries, beside the other systems', async () => {
  const documents = await fileWith([
    bread,
    '{"id":"boats","lang":"en","title":"Sailing small boats","text":"Wind and knots."}',
    '{"id":3,"lang":"en","title":"Keeping bees","text":"Honey from your garden."}',
  ]);
  const file = await fileWith([
    '{"q":"bakin bred","lang":"en","relevant":["bread"],"category":"typos"}',
    '',
    '{"q":"bees","lang":"en","relevant":[3],"category":"words"}',
    '{"q":"sailing","lang":"en","relevant":["bread"],"category":"words"}',
  ]);
  const corpus = await corpusOf(documents);
  const { queries, remarks } = await readQueries(file, corpus);
  expect(remarks).toEqual([]);
  const judged = await judge(corpus, queries);
  expect([...judged.keys()]).toEqual(['Academy', 'Pagefind', 'MiniSearch']);
  expect(judged.get('Academy')?.map(({ answered }) => answered[0])).toEqual(['bread', '3', 'boats']);
  expect(qualityReport('All', judged)).toMatch(/\| typos \| 1 \| 1\.000 \/ 1\.000/);
  expect(qualityReport('All', judged)).toMatch(/\| en \| 3 \|/);
  expect(misses(judged)).toEqual(['–\twords\ten\tsailing\tbread\t→ boats']);
});

test('a catalogue is taken as others write it: null, numbers, other kinds, codes of regions, one array', async () => {
  const line =
    '\uFEFF{"id":1,"lang":"EN-gb","title":"Baking","type":"training","summary":null,"code":421,"topics":{"en":["Food"]}}';
  const [document] = (await corpusOf(await fileWith([line]))).recordsIn('en');
  expect(document).toMatchObject({
    id: '1',
    record: { type: 'course', language: 'en', summary: '', text: '', others: ['421'] },
  });
  expect(document?.record.keywords).toContain('Food');
  const array = await corpusOf(await fileWith([`[${bread},`, `${bread.replace('bread', 'rolls')}]`]));
  expect(array.recordsIn('en').map(({ id }) => id)).toEqual(['bread', 'rolls']);
});

test('queries that can’t be judged are named with their line', async () => {
  const file = await fileWith([
    '{"q":"bread","lang":"en","relevant":"bread"}',
    '{"q":"nothing","lang":"en","relevant":[]}',
    '{"q":"cake","lang":"en","relevant":{"bread":1,"cake":2,"boats":0}}',
    '{"q":"Bread","lang":"en","relevant":["bread"]}',
  ]);
  const { queries, remarks } = await readQueries(file, await corpusOf(await fileWith([bread])));
  expect(queries.map(({ relevant }) => relevant)).toEqual([['bread'], ['bread', 'cake'], ['bread']]);
  expect(remarks.join('\n')).toMatch(/jsonl:2: “relevant” names no entry[\s\S]*:4: asked already at .*:1\./);
  expect(remarks.join('\n')).toMatch(/jsonl:3: no document has the id cake/);
});

test('every unusable line of a file is told with its number and field', async () => {
  const documents = await fileWith(['{"id":"a","lang":"en"}', 'bread', '', '{"id":"b","title":{}}']);
  const error = await corpusOf(documents).catch((reason: Error) => reason.message);
  expect(error).toMatch(/lines\.jsonl:1: “title”: must be a text/);
  expect(error).toMatch(/lines\.jsonl:2: this is no JSON object/);
  expect(error).toMatch(/lines\.jsonl:4: “lang”: .*“title”: /);
});

test('a file that is not there is named', async () => {
  await expect(readQueries('no/such.jsonl')).rejects.toThrow('no/such.jsonl can’t be read');
});

test('no entry is tuned on and tested, not even through another query', () => {
  const queries = [
    ...[query('a', ['1', '2']), query('b', ['2', '1']), query('c', ['2', '3']), query('d', ['3', '2'])],
    ...[query('e', ['1']), query('f', ['4']), query('g', ['1', '4'])],
  ];
  const halves = halvesOf(queries);
  expect(queries.map((one) => halves.get(one))).toEqual([
    ...['dev', 'dev', 'dev', 'dev', 'dev', 'test'],
    undefined,
  ]);
});

test('a bar that is missed is told as missed', () => {
  const answers = (...answered: string[]) => [{ query: query('a', ['1']), answered }];
  const bars = qualityBars(
    new Map([
      ['Academy', answers('2', '1')],
      ['Pagefind', answers('1')],
    ]),
  );
  const missed = bars.filter(({ isMet }) => !isMet).map(({ name }) => name);
  expect(missed.join('; ')).toMatch(/^MRR .*; Pagefind is beaten.*; plain Pagefind is beaten in every/);
  expect(barTable(bars)).toContain('| MRR ≥ .95, mean of categories | .500 | **missed** |');
  const cost = {
    pages: 4100,
    before: 0,
    first: 260_001,
    typed: 0,
    again: 0,
    p50: 1,
    p95: 50,
    keys: 1,
    whole: 1,
  };
  expect(costBars([cost]).map(({ isMet }) => isMet)).toEqual([true, true, false, true]);
});

test('a built site is asked in the folder it was built for', async () => {
  const page = await fileWith(
    ['<catalogue-search data-manifest="/academie/fr/search.json">'],
    'fr/courses/index.html',
  );
  const site = await serveSite(page.replace(/\/fr\/courses\/index\.html$/, ''));
  onTestFinished(() => site.close());
  expect(site).toMatchObject({ basePath: '/academie/', languages: ['fr'] });
  expect((await fetch(`${site.origin}/academie/fr/courses/`)).status).toBe(200);
  expect((await fetch(`${site.origin}/fr/courses/`)).status).toBe(404);
  await expect(serveSite('no/such/folder')).rejects.toThrow('no/such/folder is no built site');
});
