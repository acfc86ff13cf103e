import sharp from 'sharp';
import { expect, test } from 'vitest';
import { coverNumberOf, coverOf, coversPerTopic, drawCover } from '../../src/illustrations/covers.ts';
import { topicIcons } from '../../src/illustrations/topic-icons.ts';
import { topicIcons as names } from '../../src/schema/topic.ts';

const codes = Array.from({ length: 600 }, (_, index) => `et_0406-1-${index}BL`);

test('a course keeps its cover as long as it keeps its topic and code', () => {
  expect(coverOf('cybersecurity', 'et_0406-1-005BL')).toBe(coverOf('cybersecurity', 'et_0406-1-005BL'));
  expect(coverNumberOf('et_0406-1-005BL')).toBe(5);
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
