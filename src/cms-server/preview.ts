import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { draftProject } from './draft-project.ts';
import type { Repository } from './repository.ts';

interface Named {
  readonly collection: string;
  readonly slug: string;
  readonly tip: string;
}

interface Built {
  readonly tip: string;
  /** The built site; undefined for a draft that does not build. */
  readonly site: Promise<string | undefined>;
}

/** How long a question for a preview waits for the build before Decap is told to ask again. */
const patience = 20_000;

/**
 * Builds the site with a draft in it, when the editor asks for it: one after the other, each in a process that leaves
 * the machine to others. The last few stay.
 */
export function previews(repository: Repository, folder: string, publicDir: string, path: string) {
  const addressOf = (draft: Omit<Named, 'tip'>) => `${path}preview/${keyOf(draft)}/`;
  const built = new Map<string, Built>();
  const children = new Set<ChildProcess>();
  let last: Promise<unknown> = Promise.resolve();
  const project = draftProject(repository, join(folder, 'project'), publicDir);
  let number = 0;

  const build = async (draft: Named, site: string): Promise<string | undefined> => {
    if (built.get(keyOf(draft))?.tip !== draft.tip) return undefined;
    const { root, contentDir } = await project(draft.tip);
    const child = startBuild(root, { CONTENT_DIR: contentDir, OUT_DIR: site, BASE_PATH: addressOf(draft) });
    children.add(child);
    const code = await new Promise((settle) => {
      child.once('error', () => settle(1));
      child.once('close', settle);
    });
    children.delete(child);
    return code === 0 ? site : undefined;
  };

  const begin = (draft: Named): Built => {
    const place = join(folder, `site-${++number}`);
    const site = last.then(() => build(draft, place)).catch(() => undefined);
    last = site;
    const begun = { tip: draft.tip, site };
    built.delete(keyOf(draft));
    built.set(keyOf(draft), begun);
    for (const [key, { site: old }] of [...built].slice(0, -4)) {
      built.delete(key);
      void old.then((path) => (path ? rm(path, { recursive: true, force: true }) : undefined));
    }
    return begun;
  };

  return {
    /** The address of the draft’s preview; null as long as it is not built, or where it does not build. */
    async ask(draft: Named): Promise<{ url: string; status: string } | null> {
      const known = built.get(keyOf(draft));
      const { site } = known?.tip === draft.tip ? known : begin(draft);
      const folder = await Promise.race([site, pause(patience, undefined, { ref: false })]);
      return folder ? { url: addressOf(draft), status: 'success' } : null;
    },
    /** The folder of the preview that was built last for an entry. */
    folderOf: (draft: Omit<Named, 'tip'>): Promise<string | undefined> =>
      built.get(keyOf(draft))?.site ?? Promise.resolve(undefined),
    async close(): Promise<void> {
      built.clear();
      for (const child of children) child.kill('SIGTERM');
      await last;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function keyOf({ collection, slug }: Omit<Named, 'tip'>): string {
  return `${collection}/${slug}`;
}

function startBuild(root: string, environment: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'src/commands/run.mjs'), 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
    detached: true,
  });
  if (child.pid) setPriority(child.pid, 10);
  return child;
}
