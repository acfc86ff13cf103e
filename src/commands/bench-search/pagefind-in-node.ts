import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pagefind, PagefindScript } from '../../search/query/pagefind-index.ts';

/** Where files that lie in memory are asked for; no such host exists. */
const origin = 'http://memory.invalid/';
const bundles = new Map<string, ReadonlyMap<string, Uint8Array>>();

/** Pagefind as a browser runs it, on the files of an index, in this process. */
export async function openPagefind(
  files: ReadonlyMap<string, Uint8Array>,
  language: string,
  options: object,
): Promise<Pagefind> {
  const name = String(bundles.size);
  bundles.set(name, files);
  serveBundles();
  const folder = await mkdtemp(join(tmpdir(), 'pagefind-'));
  try {
    const script = join(folder, 'pagefind.mjs');
    await writeFile(script, files.get('pagefind.js') ?? '');
    const { createInstance } = (await import(pathToFileURL(script).href)) as PagefindScript;
    const pagefind = createInstance({ basePath: `${origin}${name}/`, language, noWorker: true, ...options });
    await pagefind.search('a');
    return pagefind;
  } finally {
    await rm(folder, { recursive: true });
  }
}

let isServing = false;

/** Lets `fetch` answer for the bundles. */
function serveBundles(): void {
  if (isServing) return;
  isServing = true;
  const fetchElsewhere = globalThis.fetch;
  globalThis.fetch = async (address, init) => {
    const text = String(address);
    if (!text.startsWith(origin)) return fetchElsewhere(address, init);
    const [name = '', ...path] = new URL(text).pathname.slice(1).split('/');
    const content = bundles.get(name)?.get(path.join('/'));
    return content ? new Response(Buffer.from(content)) : new Response('', { status: 404 });
  };
}
