import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { type DraftProject, draftProject } from './draft-project.ts';
import type { Repository } from './repository.ts';

interface Named {
  readonly collection: string;
  readonly slug: string;
}

interface Draft extends Named {
  readonly tip: string;
}

/** A preview as it is at the moment. A draft that does not build has said why. */
export type Preview =
  | { readonly state: 'building' }
  | { readonly state: 'ready'; readonly site: string }
  | { readonly state: 'failed'; readonly said: string };

interface Kept {
  readonly tip: string;
  readonly done: Promise<Preview>;
  now: Preview;
}

/** Where previews are built, and below which address. */
export interface PreviewPlace {
  readonly folder: string;
  readonly publicDir: string;
  readonly path: string;
  /** Called before each build, in a copy of this project. */
  readonly prepare?: ((project: DraftProject) => void) | undefined;
}

/**
 * Builds the site with a draft in it, when somebody looks at it: one after the other, each in a process that leaves the
 * machine to others. All have the address `path`, so that one build keeps the pages of the one before. The last few stay.
 */
export function previews(repository: Repository, { folder, publicDir, path, prepare }: PreviewPlace) {
  const kept = new Map<string, Kept>();
  const children = new Set<ChildProcess>();
  let last: Promise<unknown> = Promise.resolve();
  const project = draftProject(repository, join(folder, 'project'), publicDir);
  let number = 0;

  const build = async (draft: Draft, site: string): Promise<Preview> => {
    if (kept.get(keyOf(draft))?.tip !== draft.tip) return { state: 'failed', said: '' };
    const { root, contentDir } = await project(draft.tip);
    prepare?.({ root, contentDir });
    const child = startBuild(root, { CONTENT_DIR: contentDir, OUT_DIR: site, BASE_PATH: path });
    children.add(child);
    const said: Buffer[] = [];
    child.stderr?.on('data', (part: Buffer) => said.push(part));
    const code = await new Promise((settle) => {
      child.once('error', () => settle(1));
      child.once('close', settle);
    });
    children.delete(child);
    return code === 0 ? { state: 'ready', site } : { state: 'failed', said: Buffer.concat(said).toString() };
  };

  const begin = (draft: Draft): Kept => {
    const place = join(folder, `site-${++number}`);
    const done = last
      .then(() => build(draft, place))
      .catch((error: unknown): Preview => ({ state: 'failed', said: String(error) }));
    last = done;
    const begun: Kept = { tip: draft.tip, done, now: { state: 'building' } };
    void done.then((preview) => {
      begun.now = preview;
    });
    void drop(keyOf(draft));
    kept.set(keyOf(draft), begun);
    for (const key of [...kept.keys()].slice(0, -4)) void drop(key);
    return begun;
  };

  const drop = async (key: string): Promise<void> => {
    const old = kept.get(key);
    kept.delete(key);
    const preview = await old?.done;
    if (preview?.state === 'ready') await rm(preview.site, { recursive: true, force: true });
  };

  return {
    /** How far the preview of a draft is; begins to build it where nobody has looked at it as it is. */
    look(draft: Draft): Preview {
      const known = kept.get(keyOf(draft));
      return (known?.tip === draft.tip ? known : begin(draft)).now;
    },
    /** What was built last for an entry, whatever has become of its draft. */
    former(entry: Named): Preview | undefined {
      return kept.get(keyOf(entry))?.now;
    },
    async close(): Promise<void> {
      kept.clear();
      for (const child of children) child.kill('SIGTERM');
      await last;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function keyOf({ collection, slug }: Named): string {
  return `${collection}/${slug}`;
}

function startBuild(root: string, environment: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'src/commands/run.mjs'), 'build'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
    detached: true,
  });
  if (child.pid) setPriority(child.pid, 10);
  return child;
}
