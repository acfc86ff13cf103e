import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Site } from '../../site.ts';
import type { KeptPages } from './changed-pages.ts';
import { digestOfSources } from './sources.ts';
import type { Traces } from './traces.ts';

/** Where the pages of one content folder are made and kept until the next build. */
export interface Workshop {
  readonly pages: KeptPages;
  /** Astro’s store of content and pictures: that of one content folder and one state of the code. */
  readonly store: string;
  /** What was compressed, by its content. */
  readonly compressed: string;
  readonly close: () => Promise<void>;
}

/**
 * The workshop of a site. What an earlier build left in it is relied on only where that build came to its end, with the
 * same code; another build that runs at the moment gets it no more than this one: the second has a workshop of its own.
 */
export async function openWorkshop(site: Site, isFresh: boolean): Promise<Workshop> {
  const sources = await digestOfSources(site);
  const name = createHash('sha1').update(resolve(site.contentDir)).digest('hex').slice(0, 12);
  const own = resolve('.build/pages', name);
  const isOurs = await claim(own);
  const place = isOurs ? own : `${own}.${process.pid}`;
  const folder = join(place, 'site');
  const record = join(place, 'traces.json');
  const former = isFresh ? undefined : await formerTraces(record, sources);
  if (!former) {
    for (const stale of [folder, record, join(place, 'store')])
      await rm(stale, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  if (former) await removeAllBut(folder, former.files);
  return {
    store: join(place, 'store'),
    compressed: join(place, 'compressed'),
    pages: {
      folder,
      former,
      begin: () => rm(record, { force: true }),
      finish: (traces) => writeFile(record, JSON.stringify({ sources, traces })),
    },
    close: () => rm(isOurs ? join(own, 'owner') : place, { recursive: true, force: true }),
  };
}

/** What Astro copies anew for each build goes, so that no file of the site that is served is written into. */
async function removeAllBut(folder: string, pages: readonly string[]): Promise<void> {
  const ofPages = new Set(pages.map((file) => file.split('/')[0]));
  const others = (await readdir(folder)).filter((name) => !ofPages.has(name));
  for (const name of others) await rm(join(folder, name), { recursive: true, force: true });
}

async function formerTraces(record: string, sources: string): Promise<Traces | undefined> {
  try {
    const kept = JSON.parse(await readFile(record, 'utf8')) as { sources: string; traces: Traces };
    return kept.sources === sources ? kept.traces : undefined;
  } catch {
    return undefined;
  }
}

/** Takes a workshop for this process; false where another one that runs has it. */
async function claim(place: string): Promise<boolean> {
  await removeLeftovers(place);
  await mkdir(place, { recursive: true });
  const file = join(place, 'owner');
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  if (owner && owner !== process.pid && isRunning(owner)) return false;
  await rm(file, { force: true });
  return writeFile(file, String(process.pid), { flag: 'wx' }).then(
    () => true,
    () => false,
  );
}

/** A build that was killed leaves its folder behind; the process number in the name tells whether it still runs. */
export async function removeLeftovers(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  for (const name of await readdir(dirname(target))) {
    const [, owner] = name.startsWith(basename(target))
      ? (/\.(?:next-|former-)?(\d+)$/.exec(name) ?? [])
      : [];
    if (owner && !isRunning(Number(owner)))
      await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
