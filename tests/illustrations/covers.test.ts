import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { coverNumberOf, coverOf, coversPerTopic, drawCover } from '../../src/illustrations/covers.ts';
import { topicIcons } from '../../src/illustrations/topic-icons.ts';
import { topicIcons as names } from '../../src/schema/topic.ts';

const codes = Array.from({ length: 600 }, (_, index) => `et_0406-1-${index}BL`);

/** The courses of the demonstration, by the sign of their first topic. */
const demonstration: Readonly<Record<string, readonly string[]>> = {
  'accessibility-and-web': [
    'et_0841-1-003EL',
    'et_0841-1-001BL',
    'et_0841-2-006PR',
    'et_0842-1-002CV',
    'et_0843-1-001PR',
  ],
  'public-management': [
    'et_0441-1-004PR',
    'co_0101-1-001PR',
    'et_0421-1-001PR',
    'et_0441-2-002CV',
    'et_0421-1-003BL',
    'et_0441-1-001BL',
    'et_0431-1-001PR',
    'et_0431-2-002CV',
  ],
  'artificial-intelligence': [
    'et_0832-1-003BL',
    'et_0831-2-002CV',
    'et_0831-1-004PR',
    'et_0831-1-001BL',
    'et_0832-1-005CV',
  ],
  'training-and-pedagogy': ['et_0911-2-005CV', 'et_0911-2-003BL', 'et_0911-3-006EL', 'et_0911-1-001BL'],
  'digital-work': [
    'et_0851-3-004BL',
    'et_0851-9-001PR',
    'et_0851-2-002CV',
    'et_0851-3-006EL',
    'et_0851-1-001BL',
  ],
  cybersecurity: ['et_0821-2-003PR', 'et_0821-1-001EL', 'et_0821-1-005CV'],
  'communication-and-languages': ['et_0513-2-002CV', 'et_0511-1-001PR', 'et_0513-1-001BL', 'et_0512-1-002PR'],
  'data-protection': ['et_0812-2-002BL', 'et_0811-1-006CV', 'et_0811-1-004PR', 'et_0811-1-001BL'],
};

test('no two courses of the demonstration have the same cover in a topic', () => {
  for (const [topic, codes] of Object.entries(demonstration))
    expect([topic, new Set(codes.map(coverNumberOf)).size]).toEqual([topic, codes.length]);
});

test('a course keeps its cover from one version of this site to the next', () => {
  const digest = (cover: string) => createHash('sha256').update(cover).digest('hex').slice(0, 16);
  expect(['et_0406-1-005BL', 'co_0512-2-011CV', 'RGPD-1'].map(coverNumberOf)).toEqual([9, 9, 0]);
  expect(names.map((topic) => digest(coverOf(topic, 'et_0406-1-005BL')))).toEqual([
    '65eacf56eab040b1',
    '4643d2352c6f306b',
    '600980eeff763493',
    'f09b64702e8fdb33',
    'f8d016d52c2ca5cc',
    '071cc7c52c74ff35',
    '89febb94e98ec4f2',
    'b014f758ad436b40',
  ]);
});

test('the codes of courses spread over all covers of a topic', () => {
  expect(new Set(codes.map(coverNumberOf)).size).toBe(coversPerTopic);
});

test('every topic of the schema has a sign', () => {
  expect(Object.keys(topicIcons).sort()).toEqual([...names].sort());
});

test('no two covers are alike', () => {
  const covers = names.flatMap((topic) =>
    Array.from({ length: coversPerTopic }, (_, number) => drawCover(topic, number)),
  );
  expect(new Set(covers).size).toBe(covers.length);
});

test('a cover weighs less than two kilobytes and needs no font', () => {
  for (const topic of names) {
    expect(drawCover(topic, 5).length).toBeLessThan(2048);
    expect(drawCover(topic, 5, true)).not.toContain('<text');
  }
});

test('a signed cover becomes a picture of 1200 by 630', async () => {
  const png = await sharp(Buffer.from(drawCover('data-protection', 4, true)))
    .png()
    .toBuffer();
  expect(await sharp(png).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' });
});
