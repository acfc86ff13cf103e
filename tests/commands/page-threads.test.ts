import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { threadsFor } from '../../src/commands/build-pages/page-threads.ts';
import { pagesFor, sharePages, stopSharing } from '../../src/commands/build-pages/shared-pages.ts';
import { keptPicturesIn } from '../../src/commands/build-pages/store.ts';
import { readTraces } from '../../src/commands/build-pages/traces-file.ts';
import { lendPictures, pictureStore, placeOf, tracesFile } from '../../src/commands/build-pages/workshop.ts';
import { readPacked } from '../../src/packed-file.ts';
import { differences, digestsOf } from './built-folders.ts';

const addresses = ['robots.txt', 'fr/a', 'de/a', 'lb/a', 'en/a', 'fr/b', 'de/b', 'lb/b', 'en/b'];

test('each thread begins at a place of its own, and makes the pages of an entry one after the other', () => {
  const pages = sharePages(addresses);
  const [one, other] = [pagesFor(pages, 0, 2), pagesFor(pages, 1, 2)];
  const taken = Array.from({ length: 5 }, () => [one.next().value, other.next().value]);
  expect(taken.map(([page]) => page)).toEqual(['fr/a', 'de/a', 'lb/a', 'en/a', 'robots.txt']);
  expect(taken.map(([, page]) => page)).toEqual(['fr/b', 'de/b', 'lb/b', 'en/b', undefined]);
});

test('each page falls to one thread, and a fast one goes on with what the others have not come to', () => {
  const pages = sharePages(addresses);
  const slow = pagesFor(pages, 1, 3);
  const first = slow.next().value;
  expect([first, ...pagesFor(pages, 0, 3)].sort()).toEqual(addresses.toSorted());
  expect([...slow, ...pagesFor(pages, 2, 3)]).toEqual([]);
});

test('nobody takes a page any more once one has failed', () => {
  const pages = sharePages(addresses);
  const own = pagesFor(pages, 0, 2);
  own.next();
  stopSharing(pages);
  expect([...own]).toEqual([]);
});

test('several threads make the bytes, the pictures and the traces of one, in a folder of a site too', {
  timeout: 900_000,
}, async () => {
  const place = mkdtempSync(join(tmpdir(), 'threads-'));
  const content = join(place, 'content');
  cpSync('content', content, { recursive: true });
  lendPictures('content', content);
  const workshop = placeOf(content);
  const traces = join(workshop, tracesFile);
  onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }), 60_000);
  const build = async (threads: number) => {
    // Nothing is left of the build before but Astro’s pictures, which no page makes.
    for (const former of [traces, join(workshop, 'kept'), keptPicturesIn(join(workshop, pictureStore))])
      rmSync(former, { recursive: true, force: true });
    const folder = join(place, String(threads));
    await promisify(execFile)(
      process.execPath,
      ['src/commands/run.mjs', 'build', '--threads', String(threads)],
      {
        env: {
          ...process.env,
          SOURCE_DATE_EPOCH: '1798761600',
          BASE_PATH: '/academie/',
          CONTENT_DIR: content,
          OUT_DIR: folder,
        },
      },
    );
    return { files: digestsOf(folder), ...tracesIn(traces) };
  };
  const [alone, together] = [await build(1), await build(3)];
  expect(threadsFor(alone.pages, 3)).toBe(3);
  expect(differences(alone.files, together.files)).toEqual([]);
  expect(together.traces).toEqual(alone.traces);
});

/** A line for each page: what it read and found, in an order of its own, since a page does not wait for each read in turn. */
function tracesIn(file: string) {
  const traces = readTraces(file, readPacked<{ sources: string }>(file)?.sources ?? '');
  if (!traces) throw new Error(`${file} has no traces.`);
  const { files, properties: digests, pictures } = traces;
  const { reads, states, places: placesOf } = traces.readings;
  const found = [...digests].map(([address, properties]) => {
    const places = placesOf.get(address) ?? [];
    const found = Array.from(places, (place) => `${reads[place]} ${states[place]}`).sort();
    return [address, properties, ...found].join(' ');
  });
  return { pages: files.length, traces: [...files, ...found, JSON.stringify(pictures)] };
}
