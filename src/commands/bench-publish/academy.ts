import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Progress } from '../../cms/protocol.ts';
import { openTab } from '../../cms/tab.ts';
import { readSite } from '../../site.ts';
import { listenTo } from './events.ts';
import type { Times } from './report.ts';

type Kind = 'a new text' | 'a changed course';

/** `npm start` on a copy of the content in a repository of its own, and an editor who publishes. */
export async function openMeasuredAcademy(environment: NodeJS.ProcessEnv) {
  const root = await copyInRepository(readSite(environment).contentDir);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [resolve('src/commands/run.mjs'), 'start'], {
    env: { ...environment, PORT: String(port), CONTENT_DIR: join(root, 'content') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await said(child, 'The site is at');
  let cookie = '';
  const speak: typeof fetch = async (input, options) => {
    const headers = { ...(options?.headers as Record<string, string>), origin, cookie };
    const response = await fetch(input, { ...options, headers });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const address = `${origin}/admin/api/`;
  await speak(`${address}session`);
  const request = openTab({ address, locale: () => 'en', editor: () => ({ name: 'Bench' }), fetch: speak });
  const act = (action: string, params: Record<string, unknown>) => request({ action, params });
  const told = listenTo(`${address}progress`, cookie);
  const [course = ''] = (await readdir(join(root, 'content/courses'))).filter((name) => /\.fr\./.test(name));

  /** Prepares a draft, publishes it, and says when what happened. */
  const publish = async (kind: Kind, turn: number): Promise<Times> => {
    const isNew = kind === 'a new text';
    const collection = isNew ? 'news' : 'courses';
    const slug = isNew ? `bench-${turn}` : (course.split('.')[0] ?? '');
    const path = `content/${collection}/${slug}.fr.mdx`;
    const raw = isNew ? newText(turn) : changed(await textOf(act, path), turn);
    const save = { collectionName: collection, commitMessage: 'Bench', useWorkflow: true, status: 'draft' };
    await act('persistEntry', { dataFiles: [{ slug, path, raw }], assets: [], options: save });
    const begin = performance.now();
    const since = () => (performance.now() - begin) / 1000;
    const moments: Partial<Record<'answered' | 'begun' | 'pages' | 'search' | 'live', number>> = {};
    let revision = Number.POSITIVE_INFINITY;
    const isLive = new Promise<void>((settle) => {
      told.hear((progress: Progress) => {
        if (progress.state === 'saved') revision = progress.revision;
        else if (progress.revision < revision) return;
        if (progress.state === 'building')
          moments[progress.step === 'content' ? 'begun' : progress.step] ??= since();
        if (progress.state === 'live') settle();
      });
    });
    await act('publishUnpublishedEntry', { collection, slug });
    moments.answered = since();
    await isLive;
    const page = await fetch(`${origin}/fr/${collection}/${slug}/`);
    if (!(await page.text()).includes(marker(turn)))
      throw new Error(`${page.url} does not show what was published.`);
    moments.live = since();
    return { answered: 0, begun: 0, pages: 0, search: 0, live: 0, ...moments };
  };

  return {
    publish,
    async close() {
      told.close();
      const ended = new Promise((settle) => child.once('close', settle));
      child.kill('SIGTERM');
      await ended;
      await rm(root, { recursive: true, force: true });
    },
  };
}

const marker = (turn: number) => `Mesure numéro ${turn}`;

function newText(turn: number): string {
  return `---\ntitle: ${marker(turn)}\ndate: '2026-01-01'\nsummary: Une mesure.\n---\n\nUn texte.\n`;
}

function changed(text: string, turn: number): string {
  return text.replace(/^title: .*$/m, `title: ${marker(turn)}`);
}

async function textOf(
  act: (action: string, params: Record<string, unknown>) => Promise<unknown>,
  path: string,
) {
  return ((await act('getEntry', { path })) as { data: string }).data;
}

async function copyInRepository(contentDir: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'bench-publish-'));
  await cp(contentDir, join(root, 'content'), { recursive: true });
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Bench');
  git('config', 'user.email', 'bench@editor.invalid');
  git('add', '.');
  git('commit', '-q', '-m', 'Begin');
  return root;
}

async function said(child: ChildProcess, words: string): Promise<void> {
  let text = '';
  child.stdout?.on('data', (part: Buffer) => {
    text += part;
  });
  while (!text.includes(words)) {
    if (child.exitCode !== null) throw new Error(`npm start ended: ${text}`);
    await pause(100);
  }
}
