import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CannotListen, listen, readPort } from '../../src/server/listen.ts';
import { staticHandler } from '../../src/server/static.ts';

const files = {
  'index.html': 'root',
  '404.html': 'nothing here',
  'fr/index.html': 'accueil',
  'fr/404/index.html': 'rien ici',
  'fr/courses/rgpd/index.html': 'RGPD',
  '_astro/page.a1b2c3.css': 'body {}',
  'media/guide.pdf': 'pdf',
  'media/dessin.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'admin/index.html': 'the editor',
  'prefetch.speculationrules': '{}',
  'fr/news/index.html': 'actualités',
  'fr/news/index.html.br': 'for those who take Brotli',
  'fr/news/index.html.gz': 'for those who take gzip',
};

test('a drawing that is opened by itself runs nothing', async () => {
  const { headers } = await get(await aServer(), '/media/dessin.svg');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none';.* sandbox$/);
});

test('in the editor only its own scripts run, and nothing it holds goes elsewhere', async () => {
  const server = await aServer();
  const policyOf = async (path: string) => {
    const { headers } = await get(server, path);
    const parts = String(headers['content-security-policy']).split('; ');
    return Object.fromEntries(parts.map((part) => part.split(/ (.*)/s).slice(0, 2)));
  };
  const policy = await policyOf('/admin/');
  expect(policy).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'frame-src': "'self'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  });
  expect(JSON.stringify(policy)).not.toMatch(/unsafe-eval|https:/);
  expect((await policyOf('/fr/'))['script-src']).toContain('wasm-unsafe-eval');
});

test('an address with a slash shows its page, which a browser asks for anew each time', async () => {
  const answer = await get(await aServer(), '/fr/courses/rgpd/');
  expect(answer).toMatchObject({ status: 200, body: 'RGPD' });
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/html;charset=utf-8',
  });
});

test('an address without its slash leads to the page and keeps the question', async () => {
  const answer = await get(await aServer(), '/fr/courses/rgpd?q=a');
  expect(answer).toMatchObject({ status: 308, headers: { location: '/fr/courses/rgpd/?q=a' } });
});

test('a page with a compressed copy goes as its reader takes it, and caches are told', async () => {
  const port = await aServer();
  const taking = (encodings: string) => get(port, '/fr/news/', 'GET', { 'accept-encoding': encodings });
  expect(await taking('gzip, br')).toMatchObject({
    body: 'for those who take Brotli',
    headers: { 'content-encoding': 'br', 'content-type': 'text/html;charset=utf-8', vary: 'Accept-Encoding' },
  });
  expect(await taking('gzip')).toMatchObject({ body: 'for those who take gzip' });
  const plain = await get(port, '/fr/news/');
  expect(plain.body).toBe('actualités');
  expect(plain.headers['content-encoding']).toBeUndefined();
});

test('what does not exist gets the page that says so, in the language of the address', async () => {
  const port = await aServer();
  expect(await get(port, '/fr/nulle-part/')).toMatchObject({ status: 404, body: 'rien ici' });
  expect(await get(port, '/de/nirgends/')).toMatchObject({ status: 404, body: 'nothing here' });
});

test('a file with a digest in its name is kept for ever, others for an hour', async () => {
  const port = await aServer();
  expect((await get(port, '/_astro/page.a1b2c3.css')).headers['cache-control']).toContain('immutable');
  expect((await get(port, '/media/guide.pdf')).headers['cache-control']).toContain('max-age=3600');
});

test('every answer forbids what the site does not need', async () => {
  const port = await aServer();
  for (const path of ['/fr/', '/nowhere', '/media/guide.pdf']) {
    const { headers } = await get(port, path);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
  }
});

test.each(['/', '/academie/'])(
  'pages below %s name the rules of what is fetched in advance',
  async (base) => {
    const port = await aServer(base);
    const rules = async (path: string) => (await get(port, base + path)).headers['speculation-rules'];
    const named = `"${base}prefetch.speculationrules"`;
    for (const path of ['fr/', 'fr/index.html', 'fr/nulle-part/']) expect(await rules(path)).toBe(named);
    for (const path of ['admin/', 'media/guide.pdf', '_astro/page.a1b2c3.css'])
      expect(await rules(path)).toBeUndefined();
    const { headers } = await get(port, JSON.parse(named));
    expect(headers['content-type']).toBe('application/speculationrules+json');
  },
);

test('a site in a sub-folder answers there and nowhere else', async () => {
  const port = await aServer('/academie/');
  expect(await get(port, '/academie/fr/')).toMatchObject({ status: 200, body: 'accueil' });
  expect(await get(port, '/academie')).toMatchObject({ status: 308, headers: { location: '/academie/' } });
  expect(await get(port, '/academie/fr/courses/rgpd')).toMatchObject({ status: 308 });
  expect(await get(port, '/fr/')).toMatchObject({ status: 404 });
});

test('no address leads out of the site or to another one', async () => {
  const port = await aServer();
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%E0%A4%A',
    '//evil.example/%2e%2e',
  ])
    expect(await get(port, path)).toMatchObject({ status: 404 });
});

test('only reading is allowed', async () => {
  expect(await get(await aServer(), '/fr/', 'POST')).toMatchObject({ status: 405 });
});

test('a taken port is named in one line together with the remedy', async () => {
  const port = await aServer();
  const again = listen(() => {}, port);
  await expect(again).rejects.toThrow(
    `Port ${port} is taken: choose another one, for example PORT=${port + 1} npm start.`,
  );
});

test('a port that is none is refused', () => {
  expect(() => readPort({ PORT: 'abc' })).toThrow(CannotListen);
  expect(readPort({})).toBe(4321);
});

async function aServer(basePath = '/'): Promise<number> {
  const parent = mkdtempSync(join(tmpdir(), 'site-'));
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  for (const [name, text] of Object.entries(files)) {
    const path = join(parent, 'site', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const server = await listen(staticHandler(join(parent, 'site'), basePath), 0);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(parent, { recursive: true });
  });
  return (server.address() as AddressInfo).port;
}

/** Sends the path as it is written: `fetch` would tidy it first. */
function get(port: number, path: string, method = 'GET', headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
        let body = '';
        answer.on('data', (part) => {
          body += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
      });
      sent.on('error', reject);
      sent.end();
    },
  );
}
