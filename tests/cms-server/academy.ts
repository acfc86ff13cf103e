import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openTab, type Payload } from '../../src/cms/tab.ts';
import { openEditing } from '../../src/cms-server/editing.ts';
import { readSite } from '../../src/site.ts';

export const topic = (title: string) => `title: ${title}\nsummary: Un sujet.\n`;

/** A git repository with some content, a developer’s code and a server on it. */
export interface Academy {
  readonly root: string;
  readonly port: number;
  readonly git: (...words: string[]) => string;
  /** The text of a file as it is published; undefined where it is not. */
  readonly published: (file: string) => string | undefined;
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  /** The requests of one tab of an editor. */
  readonly tab: (
    name: string,
    locale?: 'fr' | 'de' | 'lb' | 'en',
  ) => (action: string, params?: object) => Promise<unknown>;
  readonly post: (body: string | object, headers?: Record<string, string>) => Promise<Response>;
  readonly cookie: string;
}

export async function anAcademy(files: Readonly<Record<string, string | Buffer>> = {}): Promise<Academy> {
  const root = mkdtempSync(join(tmpdir(), 'academy-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const repository = aRepository(root, files);
  const server = createServer((request, response) => {
    if (!editing.handle(request, response)) response.end('a page');
  });
  const site = readSite({ CONTENT_DIR: join(root, 'content') });
  const editing = await openEditing(site, join(root, 'public'), join(root, '.build/editing'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await editing.close();
  });
  const { port } = server.address() as AddressInfo;
  return { ...repository, ...(await clientOf(port)), root, port };
}

/** The repository at `root`, with one commit. */
export function aRepository(root: string, files: Readonly<Record<string, string | Buffer>>) {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  const write = (file: string, text: string | Buffer) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const published = (file: string) => {
    try {
      return git('show', `main:${file}`);
    } catch {
      return undefined;
    }
  };
  const some = { 'content/topics/donnees.fr.yaml': topic('Données'), 'src/code.ts': 'export {};\n' };
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Dev Eloper');
  git('config', 'user.email', 'dev@example.org');
  for (const [file, text] of Object.entries({ ...some, ...files })) write(file, text);
  git('add', '.');
  git('commit', '-q', '-m', 'Begin');
  return { git, write, published, read: (file: string) => readFileSync(join(root, file), 'utf8') };
}

/** What speaks to a server on `port`, with its cookie. */
export async function clientOf(port: number) {
  const origin = `http://127.0.0.1:${port}`;
  const address = `${origin}/admin/api/`;
  let cookie = (await fetch(`${address}session`)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const withCookie: typeof fetch = async (input, options) => {
    const headers = { ...(options?.headers as Record<string, string>), origin, cookie };
    const response = await fetch(input, { ...options, headers });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const tab: Academy['tab'] = (name, locale = 'en') => {
    const request = openTab({ address, locale: () => locale, editor: () => ({ name }), fetch: withCookie });
    return (action, params = {}) => request({ action, params } as Payload);
  };
  const post: Academy['post'] = (body, headers = {}) =>
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { tab, post, cookie };
}

/** What Decap sends to save the French file of an entry. */
export function aSave(slug: string, raw: string, more: object = {}, collection = 'topics') {
  return {
    dataFiles: [{ slug, path: `content/${collection}/${slug}.fr.yaml`, raw }],
    assets: [],
    options: {
      collectionName: collection,
      commitMessage: `Update ${collection} “${slug}”`,
      useWorkflow: true,
      status: 'draft',
    },
    ...more,
  };
}
