import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { nginxConfig } from '../../src/server/nginx.ts';
import { staticHandler } from '../../src/server/static.ts';

const module = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const hasNginx = existsSync('/usr/sbin/nginx') && existsSync(module);
const editorHosts = ['https://git.example'];

beforeAll(() => {
  if (!hasNginx) console.log('nginx with libnginx-mod-http-brotli-static is not installed: not asked.');
});

test('the configuration in deploy is the one that is written today', () => {
  const place = { listen: '80', root: '/srv/academy', basePath: '/', editorHosts: [] };
  expect(readFileSync('deploy/nginx.conf', 'utf8')).toBe(nginxConfig(place));
});

test.skipIf(!hasNginx).each(['/', '/academie/'])(
  'nginx answers below %s as our own server does, headers included',
  async (basePath) => {
    const root = aFolder();
    const nginx = await startNginx(root, basePath);
    const own = await startOwn(join(root, 'site'), basePath);
    for (const path of asked) {
      const [theirs, ours] = await Promise.all([nginx, own].map((origin) => told(origin, basePath + path)));
      expect({ path, ...theirs }).toEqual({ path, ...ours });
    }
    expect(await told(nginx, `${basePath}fr/news`)).toMatchObject({ status: 301 });
    const preview = await fetch(`${nginx}/previews/7/fr/`);
    expect(preview.headers.get('x-robots-tag')).toBe('noindex');
    expect(await preview.text()).toBe('un brouillon');
    expect((await fetch(`${nginx}${basePath}.env`)).status).toBe(404);
  },
);

/** Addresses of each kind of file, and two that are not there. */
const asked = [
  '',
  'fr/news/',
  'fr/search.json',
  'admin/',
  'admin/editor-a1b2.js',
  'admin/entries.json',
  '_astro/page.a1b2.css',
  'fr/_search/i.pf',
  'media/drawing.svg',
  'site.webmanifest',
  'fr/nulle-part/',
  'nowhere.pdf',
  'prefetch.speculationrules',
];

const files = {
  'site/index.html': 'root',
  'site/404.html': 'nothing here',
  'site/.env': 'secret',
  'site/fr/404/index.html': 'rien ici',
  'site/fr/news/index.html': 'actualités',
  'site/fr/news/index.html.br': 'for those who take Brotli',
  'site/fr/news/index.html.gz': 'for those who take gzip',
  'site/fr/search.json': '{}',
  'site/admin/index.html': 'editor',
  'site/admin/editor-a1b2.js': 'run()',
  'site/admin/entries.json': '{}',
  'site/_astro/page.a1b2.css': 'a {}',
  'site/fr/_search/i.pf': 'index',
  'site/media/drawing.svg': '<svg/>',
  'site/site.webmanifest': '{}',
  'site/prefetch.speculationrules': '{}',
  'previews/7/fr/index.html': 'un brouillon',
};

function aFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'nginx-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  // nginx gives up its rights: it must be able to read.
  execFileSync('chmod', ['-R', 'a+rX', root]);
  return root;
}

async function startNginx(root: string, basePath: string): Promise<string> {
  const port = await freePort();
  const place = { listen: `127.0.0.1:${port}`, root, basePath, editorHosts };
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const config = `load_module ${module};
pid ${root}/nginx.pid;
error_log ${root}/error.log;
daemon off;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
${temporary.map((name) => `  ${name}_temp_path ${root}/${name};`).join('\n')}
${nginxConfig(place)}}
`;
  writeFileSync(join(root, 'nginx.conf'), config);
  const server = spawn('/usr/sbin/nginx', ['-c', join(root, 'nginx.conf'), '-e', join(root, 'error.log')], {
    stdio: 'inherit',
  });
  onTestFinished(() => void server.kill('SIGQUIT'));
  const origin = `http://127.0.0.1:${port}`;
  await expect.poll(() => fetch(origin).then(({ ok }) => ok), { timeout: 20_000 }).toBe(true);
  return origin;
}

async function startOwn(folder: string, basePath: string): Promise<string> {
  const server = createServer(staticHandler(folder, basePath, editorHosts));
  onTestFinished(() => void server.close());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function told(origin: string, path: string) {
  const answer = await fetch(origin + path, {
    headers: { 'Accept-Encoding': 'identity' },
    redirect: 'manual',
  });
  const compressed = await fetch(origin + path, { headers: { 'Accept-Encoding': 'br' }, method: 'HEAD' });
  const header = (name: string) => answer.headers.get(name);
  const type = header('content-type') || 'application/octet-stream';
  return {
    status: answer.status,
    body: await answer.text(),
    policy: header('content-security-policy'),
    cache: header('cache-control'),
    prefetch: header('speculation-rules'),
    sniffing: header('x-content-type-options'),
    referrer: header('referrer-policy'),
    permissions: header('permissions-policy'),
    // For pages alone it matters whether the encoding is said: everything is UTF-8.
    type: type
      .replace('; ', ';')
      .replace(/(?<!html);charset=utf-8$/i, '')
      .replace('application/javascript', 'text/javascript'),
    encoding: compressed.headers.get('content-encoding'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
