import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mdxToHast } from 'satteri';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { marked, ours } from '../../src/commands/bench/contestants.ts';
import { notLive } from '../../src/commands/bench/live.ts';
import { type PeerContent, peerContent, writePeerContent } from '../../src/commands/bench/peer-content.ts';
import { missingWords } from '../../src/commands/bench/same-words.ts';
import { coursesFor } from '../../src/commands/bench/sizes.ts';
import { peers } from '../../src/commands/bench/systems.ts';
import { TraceBook } from '../../src/commands/build-pages/traces.ts';
import { openWorkshop, placeOf } from '../../src/commands/build-pages/workshop.ts';
import { makeContent } from '../../src/commands/make-content.ts';
import { readSite } from '../../src/site.ts';

let place: string;
let content: PeerContent;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'bench-'));
  content = await peerContent(readSite({}), {});
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** The floor’s site of `content`. */
async function floorOf(filled: PeerContent, name: string): Promise<string> {
  const folder = join(place, name);
  const [floor] = peers;
  if (!floor) throw new Error('There is no floor.');
  await writePeerContent(filled, folder, floor.places);
  await cp('bench/peers/shared', join(folder, 'static'), { recursive: true });
  execFileSync(process.execPath, ['bench/peers/floor/build.mjs', folder, join(folder, 'out')]);
  return join(folder, 'out');
}

test('a peer’s bodies are Markdown and MDX alike, without a block of ours', () => {
  for (const { body, address } of content.pages) {
    expect(() => mdxToHast(body), address).not.toThrow();
    expect(body, address).not.toMatch(/<[A-Z]|^```(?:steps|quiz|checklist)/m);
  }
});

test('every page of a peer shows all that ours says of the entry, and a page that lacks a fact is found out', async () => {
  const out = await floorOf(content, 'same');
  const pages = content.pages.filter(({ collection }) => collection !== 'topics');
  const htmlOf = ({ address }: { address: string }) => readFile(join(out, address, 'index.html'), 'utf8');
  for (const page of pages) expect(missingWords(page, await htmlOf(page)), page.address).toEqual([]);
  const course = pages.find(({ slug, locale }) => slug === 'langage-clair' && locale === 'en');
  if (!course) throw new Error('The demonstration lacks the course langage-clair.');
  const html = (await htmlOf(course)).replace('Counts towards the traineeship', '');
  expect(missingWords(course, html)).toContain('traineeship');
});

test('a build counts as full: after a cleaning nothing of ours is left to rely on', async () => {
  const contentDir = join(place, 'ours');
  const site = { ...readSite({}), contentDir };
  onTestFinished(() => rm(placeOf(contentDir), { recursive: true, force: true }));
  const built = await openWorkshop(site, false);
  built.pages.finish(new TraceBook().close(() => ''));
  await built.close();
  const isReliedOn = async () => {
    const workshop = await openWorkshop(site, false);
    await workshop.close();
    return workshop.pages.former !== undefined;
  };
  expect(await isReliedOn()).toBe(true);
  await ours(contentDir).clean();
  expect(await isReliedOn()).toBe(false);
});

test('an edit counts as live once page, lists and search show it', async () => {
  const course = content.pages.find(({ slug, locale }) => slug === 'langage-clair' && locale === 'fr');
  if (!course) throw new Error('The demonstration lacks the course langage-clair.');
  const renamed = { ...course, title: `${course.title} relecture1x`, body: `${course.body} relecture1x` };
  const pages = content.pages.map((page) => (page === course ? renamed : page));
  const before = await floorOf(content, 'before');
  const after = await floorOf({ ...content, pages }, 'after');
  const missing = (output: string, search?: string) => notLive({ output, search }, course, 'relecture1x');
  expect(await missing(before)).toEqual(['the page /fr/courses/langage-clair/', 'the lists']);
  expect(await missing(after)).toEqual([]);
  expect(await missing(after, 'pagefind')).toEqual(['the search']);
});

test('an edit marks title and body, and takes the mark before it away', () => {
  const first = marked('---\ntitle: "Git"\ncode: "G"\n---\n\nBonjour.\n', 'relecture1x');
  expect(first).toBe('---\ntitle: "Git relecture1x"\ncode: "G"\n---\n\nBonjour. relecture1x\n');
  expect(marked(first, 'relecture2x')).toBe(first.replaceAll('1x', '2x'));
});

test('a catalogue of a size asked for has that many pages, give or take those of an entry or two', async () => {
  const into = join(place, 'sized');
  const files = content.pages.map(({ collection, slug }) => `${collection}/${slug}.fr.mdx`);
  await makeContent('content', into, coursesFor(700, files, 4));
  const { pages } = await peerContent(readSite({ CONTENT_DIR: into }), {});
  expect(Math.abs(pages.length - 700)).toBeLessThanOrEqual(12);
});
