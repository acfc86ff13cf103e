import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { contentReader, keptEntries } from '../../src/loader/kept-content.ts';
import { contentFolder, courseFile, withTopics } from './folder.ts';

const course = 'courses/un.fr.mdx';
/** Longer than a file is held to be so new that its date says nothing. */
const aWhile = 3_200;

test('a file that lies there as before is not read again, one that was replaced is, whatever its size and date', async () => {
  const folder = withTopics(contentFolder({ [course]: courseFile(['level: beginner']) }));
  const place = join(folder, course);
  const then = new Date('2026-01-01');
  utimesSync(place, then, then);
  await wait(aWhile);
  const reader = await contentReader(folder, 'public', join(folder, '.memory'));
  const first = await reader.read();
  await reader.keep();
  const other = await contentReader(folder, 'public', join(folder, '.memory'));
  const second = await other.read();
  expect(second.entries).toEqual(first.entries);
  expect((await other.read()).files.get(course), 'it lies there as before').toBe(second.files.get(course));

  const { size } = statSync(place);
  writeFileSync(place, readFileSync(place, 'utf8').replace('Une formation', 'Une Formation'));
  utimesSync(place, then, then);
  expect(statSync(place)).toMatchObject({ size, mtime: then });
  const third = await other.read();
  expect(third.entries.find(({ slug }) => slug === 'un')?.texts.fr).toMatchObject({ title: 'Une Formation' });
});

test('what is new is written down for the next reader where it is much, or where somebody asks for it', async () => {
  const folder = withTopics(contentFolder({ [course]: courseFile() }));
  const memory = join(folder, '.memory');
  await wait(aWhile);
  const reader = await contentReader(folder, 'public', memory);
  await reader.read();
  await reader.keepNews();
  const first = statSync(memory);
  await reader.read();
  await reader.keepNews();
  expect(statSync(memory).ino, 'nothing is new').toBe(first.ino);
  mkdirSync(join(folder, 'glossary'));
  for (let number = 0; number < 120; number += 1)
    writeFileSync(
      join(folder, `glossary/word-${number}.fr.yaml`),
      `term: Mot ${number}\ndefinition: Un mot.\n`,
    );
  await wait(aWhile);
  const { entries } = await reader.read();
  await reader.keepNews();
  expect((await keptEntries(memory))?.length, 'much is new').toBe(entries.length);
  writeFileSync(join(folder, course), courseFile(['level: expert']));
  await reader.read();
  await reader.keepNews();
  const levelKept = async () =>
    (await keptEntries(memory))?.find(({ collection }) => collection === 'courses')?.facts['level'];
  expect(await levelKept(), 'little is new').toBe('beginner');
  await reader.keep();
  expect(await levelKept()).toBe('expert');
});

test('a file that was written a moment ago is read again, since it may change within one tick of the clock', async () => {
  const folder = withTopics(contentFolder({ [course]: courseFile() }));
  const reader = await contentReader(folder, 'public');
  const { files } = await reader.read();
  expect(files.get(course)?.stamp).toBeUndefined();
  expect((await reader.read()).files.get(course)).not.toBe(files.get(course));
});

test('the languages of an entry that did not change are read with the one that did', async () => {
  const german = 'courses/un.de.mdx';
  const folder = withTopics(
    contentFolder({
      [course]: courseFile(),
      [german]: '---\ntitle: Ein Kurs\nsummary: Was man lernt.\nobjectives: [Wissen]\n---\n',
    }),
  );
  await wait(aWhile);
  const reader = await contentReader(folder, 'public');
  await reader.read();
  writeFileSync(join(folder, course), courseFile(['level: expert']));
  const { entries, mistakes } = await reader.read();
  expect(mistakes).toEqual([]);
  const entry = entries.find(({ slug }) => slug === 'un');
  expect(entry?.facts).toMatchObject({ level: 'expert' });
  expect(entry?.texts.de).toMatchObject({ title: 'Ein Kurs' });
});

test('a memory that is not whole is none', async () => {
  const folder = withTopics(contentFolder({ [course]: courseFile() }));
  writeFileSync(join(folder, '.memory'), 'half of it');
  const { entries } = await (await contentReader(folder, 'public', join(folder, '.memory'))).read();
  expect(entries.some(({ slug }) => slug === 'un')).toBe(true);
});
