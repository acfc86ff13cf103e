import { existsSync, mkdtempSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bodyIn } from '../../src/loader/body.ts';
import type { ContentFile } from '../../src/loader/files.ts';
import { partsOf } from '../../src/loader/front-matter.ts';
import { KeptBodies, knownBodies } from '../../src/loader/kept-bodies.ts';
import {
  type EntryFiles,
  entriesWorthAThread,
  readEntries,
  readHere,
} from '../../src/loader/read-entries.ts';
import { textOfSegments } from '../../src/mdx/text.ts';
import { blocks } from '../../src/schema/blocks.ts';
import type { CollectionName } from '../../src/schema/collections.ts';
import type { BodyPlace } from '../../src/schema/entry.ts';
import { courseFile } from './folder.ts';

/** The files of a course; every seventh has a mistake, every fifth something to be healed. */
function entry(number: number, collection: CollectionName = 'courses'): EntryFiles {
  const slug = `cours-${number}`;
  const level = number % 7 === 0 ? 'level: leicht' : 'level: beginner';
  const text = courseFile(
    [level, `code: CODE-${number}`],
    number % 5 === 0 ? 'Un {texte.' : `Texte ${number}.`,
  );
  const file: ContentFile = {
    file: `courses/${slug}.fr.mdx`,
    collection,
    slug,
    locale: 'fr',
    text,
    digest: slug,
  };
  return { files: [file], digest: slug };
}

const many = Array.from({ length: entriesWorthAThread + 50 }, (_, number) => entry(number));

test('two threads find in many entries what one finds, in their order', async () => {
  const read = await readEntries(many);
  expect(read.map(({ entry }) => entry.slug)).toEqual(many.map(({ digest }) => digest));
  expect(read).toEqual(readHere(many));
  expect(read.filter(({ mistakes }) => mistakes.length > 0).length).toBeGreaterThan(50);
  expect(read.filter(({ notices }) => notices.length > 0).length).toBeGreaterThan(50);
});

test('what was parsed of a body is kept as it would be parsed again, by either thread, where somebody asks for it', async () => {
  const bodies = new KeptBodies(join(mkdtempSync(join(tmpdir(), 'bodies-')), 'bodies'));
  const read = await readEntries(many, (body) => bodies.add(body));
  const known = knownBodies(bodies.place);
  for (const [at, { entry }] of read.entries()) {
    const place = entry.bodies.fr as BodyPlace;
    const { body } = partsOf('mdx', many[at]?.files[0]?.text ?? '');
    const { segments, headings } = bodyIn(body, place, 'fr');
    expect(known.shownOf('fr', place)).toEqual({ segments, headings });
    expect(known.wordsOf('fr', place)).toBe(textOfSegments(segments, blocks));
    expect(known.shownOf('de', place), 'nobody read it in this language').toBeUndefined();
  }
  bodies.remove();
  expect(existsSync(bodies.place.file)).toBe(false);
});

test('bodies that are gone are no empty ones', () => {
  const bodies = new KeptBodies(join(mkdtempSync(join(tmpdir(), 'bodies-')), 'bodies'));
  readHere([entry(1)], (body) => bodies.add(body));
  truncateSync(bodies.place.file, 2);
  const place = { file: '', line: 1, isEmpty: false, digest: 'cours-1' };
  expect(() => knownBodies(bodies.place).shownOf('fr', place)).toThrow(/cut off/);
  bodies.remove();
});

test.each([
  ['the first', 0],
  ['the last', entriesWorthAThread + 49],
])('what goes wrong with %s of many entries is heard of, whichever thread has it', async (_, at) => {
  const broken = many.with(at, entry(at, 'nothing' as CollectionName));
  await expect(readEntries(broken)).rejects.toThrow(/undefined/);
});
