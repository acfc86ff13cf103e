import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeContent, run } from '../../src/commands/make-content.ts';
import { loadContent } from '../../src/loader/load.ts';

let place: string;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'made-content-'));
});
afterAll(() => rm(place, { recursive: true, force: true }));

async function made(name: string, seed: number): Promise<string> {
  const into = join(place, name);
  await makeContent('content', into, 60, seed);
  return into;
}

async function textsIn(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return files.map((file, index) => `${file}\n${texts[index]}`).join('\n');
}

test('a made catalogue has the number of courses asked for, no mistake, and gaps in its translations', async () => {
  const into = await made('checked', 1);
  const { entries, mistakes } = await loadContent(into, 'public');
  const courses = entries.filter(({ collection }) => collection === 'courses');
  expect(mistakes).toEqual([]);
  expect(courses).toHaveLength(60);
  const translations = courses.map(({ texts }) => Object.keys(texts).length);
  expect(Math.max(...translations)).toBe(4);
  expect(Math.min(...translations)).toBeLessThan(4);
});

test('the same seed makes the same catalogue, another seed another one', async () => {
  const [first, again, other] = await Promise.all([made('first', 7), made('again', 7), made('other', 8)]);
  expect(await textsIn(first)).toBe(await textsIn(again));
  expect(await textsIn(first)).not.toBe(await textsIn(other));
});

test('a made catalogue has what a real one has: pictures, archived courses, former addresses, terms, notes in four languages', async () => {
  const into = join(place, 'varied');
  await makeContent('content', into, 230, 2);
  const texts = async (folder: string, name: RegExp) => {
    const files = (await readdir(join(into, folder))).filter((file) => name.test(file));
    const read = await Promise.all(files.map((file) => readFile(join(into, folder, file), 'utf8')));
    return read.join('\n');
  };
  const courses = await texts('courses', /^cours-.*\.fr\.mdx$/);
  for (const field of ['image: ', 'imageAlt: ', 'archived: true', 'replacedBy: ', 'formerAddresses:'])
    expect(courses).toContain(`\n${field}`);
  expect(courses).toMatch(/<Term id="terme-[\w-]+">\S+<\/Term>/);
  expect(courses).toMatch(/<Figure src="\/media\/[^"]+" alt="[^"]+" caption=/);
  expect(await texts('glossary', /^terme-.*\.lb\.yaml$/)).toContain('definition: ');
  expect(await texts('sessions', /^cours-.*\.de\.yaml$/)).toContain('note: ');
  const { mistakes } = await loadContent(into, 'public');
  expect(mistakes).toEqual([]);
});

test('fewer courses than there are cannot be made, and nothing is written', async () => {
  const into = join(place, 'few');
  expect(await run(['--courses', '3', '--into', into], {})).toBe(1);
  expect(await readdir(into).catch(() => 'nothing')).toBe('nothing');
});

test('words are as unevenly common as those of a language', async () => {
  const into = await made('counted', 3);
  const names = (await readdir(join(into, 'courses'))).filter((name) => /^cours-.*\.fr\.mdx$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(into, 'courses', name), 'utf8')));
  const counts = new Map<string, number>();
  for (const [word] of texts.join(' ').matchAll(/\p{L}{2,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const times = [...counts.values()].sort((a, b) => b - a);
  const once = times.filter((count) => count === 1).length;
  expect(times[0]).toBeGreaterThan(20 * (times[200] ?? 0));
  expect(once / times.length).toBeGreaterThan(0.3);
});

test('a folder with something in it is left alone', async () => {
  const into = await made('taken', 1);
  const before = await textsIn(into);
  expect(await run(['--courses', '90', '--into', into], {})).toBe(1);
  expect(await textsIn(into)).toBe(before);
});
