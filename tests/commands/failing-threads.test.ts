import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { makeInThreads } from '../../src/commands/build-pages/page-threads.ts';
import { TraceBook } from '../../src/commands/build-pages/traces.ts';
import { explain } from '../../src/commands/explain.ts';
import { contentReader } from '../../src/loader/kept-content.ts';

const pages = Array.from({ length: 400 }, (_, number) => `page-${number}`);

test('a page that another thread cannot make stops all threads, this one too, and the error names it and says why', async () => {
  const place = mkdtempSync(join(tmpdir(), 'failing-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }));
  const folder = join(place, 'site');
  mkdirSync(folder);
  const here: string[] = [];
  const made = makeInThreads(
    {
      app: appIn(join(place, 'app'), 'page-3'),
      content: await noContentIn(place),
      site: { address: 'https://academy.example', basePath: '/' },
      folder,
      bodies: { file: join(place, 'bodies'), places: new Map() },
      kept: { made: join(place, 'made'), pictures: join(place, 'pictures') },
    },
    pages,
    2,
    async (addresses) => {
      // However long the other thread takes to begin.
      while (readdirSync(folder).length === 0) await setTimeout(5);
      for (const address of addresses) {
        await setTimeout(20);
        here.push(address);
      }
      return new TraceBook().noted;
    },
  );
  const error = await made.catch((reason) => reason);
  const written = readdirSync(folder);
  const amount = here.length;
  expect(explain(error)).toMatch(/\/page-3 could not be made\.[\s\S]*Error: It has no words\./);
  expect(written.length).toBeLessThan(pages.length / 2);
  await setTimeout(200);
  expect(readdirSync(folder), 'written since').toEqual(written);
  expect(amount).toBeGreaterThan(0);
  expect(amount).toBeLessThan(pages.length / 8);
  expect(here.length, 'made here since').toBe(amount);
});

/** An app of files that take a moment to be made, and of one, `failing`, that throws. */
function appIn(folder: string, failing: string): string {
  const code = `
    const routes = ${JSON.stringify(pages)}.map((pathname) => (
      { routeData: { route: '/' + pathname, pathname, component: pathname, type: 'endpoint', prerender: true, fallbackRoutes: [] } }
    ));
    const GET = (pathname) => async () => {
      await new Promise((done) => setTimeout(done, 10));
      if (pathname === '${failing}') throw new Error('It has no words.');
      return new Response(pathname);
    };
    export const app = {
      manifest: { routes },
      routeCache: { get: () => undefined, clearAll() {} },
      getComponentByRoute: async ({ pathname }) => ({ GET: GET(pathname) }),
      setInternals() {},
      setOptions() {},
    };`;
  mkdirSync(join(folder, 'code'), { recursive: true });
  writeFileSync(join(folder, 'code/prerender-entry.made-up.mjs'), code);
  writeFileSync(join(folder, 'routes.json'), '[]');
  return resolve(folder);
}

/** The file of what was read of a folder without content. */
async function noContentIn(place: string): Promise<string> {
  const reader = await contentReader(join(place, 'content'), join(place, 'public'), join(place, 'read'));
  await reader.read();
  await reader.keep();
  return join(place, 'read');
}
