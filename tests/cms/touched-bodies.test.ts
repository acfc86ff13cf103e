import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { fileFormat } from '../../src/cms/format.ts';
import { partsOf } from '../../src/loader/front-matter.ts';
import { parseBody } from '../../src/mdx/body.ts';
import { textOfSegments } from '../../src/mdx/text.ts';
import { blocks } from '../../src/schema/blocks.ts';
import { constructs } from './constructs.ts';
import { touchedByDecap } from './decap-serializers.ts';

let touched: (body: string) => string;

beforeAll(async () => {
  touched = await touchedByDecap();
}, 120_000);

/** What readers get of a body, and what the build says of it. */
const shownIn = (body: string) => {
  const parsed = parseBody(body, { blocks, locale: 'fr' });
  return {
    text: textOfSegments(parsed.segments, blocks).replace(/\s+/g, ' ').trim(),
    blocks: parsed.blocks.map(({ name, value }) => ({ name, value })),
    headings: parsed.headings.map(({ level, text }) => `${level} ${text}`),
    links: parsed.links.map(({ address }) => address),
    images: parsed.images.map(({ address }) => address),
    mistakes: parsed.mistakes.map(({ key }) => key),
  };
};

const { fromFile, toFile } = fileFormat('mdx');
/** The body as it is saved after Decap has read it from its file and written it anew. */
const saved = (body: string) => {
  const read = String(fromFile(`---\ntitle: T\n---\n\n${body}\n`)['body']);
  return partsOf('mdx', toFile({ title: 'T', body: touched(read) })).body;
};

/** What is different once an editor has touched a body and saved it, and once more. */
const changesIn = (name: string, body: string): string[] => {
  const before = JSON.stringify(shownIn(body));
  const once = saved(body);
  const twice = saved(once.trim());
  const after = [once, twice].map((each) => JSON.stringify(shownIn(each)));
  return after.some((each) => each !== before) ? [`${name}\n${before}\n${after[0]}\n${after[1]}`] : [];
};

test('every body of the content keeps its words, blocks, headings, links and pictures when an editor touches it', () => {
  const files = globSync('content/**/*.mdx').sort();
  expect(files.length).toBeGreaterThan(200);
  const bodies = files.map((file) => [file, partsOf('mdx', readFileSync(file, 'utf8')).body] as const);
  expect(bodies.flatMap(([file, body]) => changesIn(file, body))).toEqual([]);
});

test.each(Object.entries(constructs))('%s is the same when an editor has touched it', (name, body) => {
  expect(changesIn(name, body)).toEqual([]);
});

test('there are at least sixty constructs', () => {
  expect(Object.keys(constructs).length).toBeGreaterThanOrEqual(60);
});
