import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEditing } from '../../src/cms-server/editing.ts';
import { readSite } from '../../src/site.ts';
import { type Academy, anAcademy, aSave, clientOf, topic } from './academy.ts';

const reading = { action: 'unpublishedEntries', params: {} };

test('the editor’s page gets the cookie without which nothing is read or written', async () => {
  const academy = await anAcademy();
  const page = await fetch(`http://127.0.0.1:${academy.port}/admin/`);
  expect(page.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict$/);
  expect(await page.text()).toBe('a page');
  expect((await academy.post(reading)).status).toBe(200);
  expect((await academy.post(reading, { cookie: '' })).status).toBe(403);
  expect((await academy.post(reading, { cookie: academy.cookie.replace(/=./, '=_') })).status).toBe(403);
});

test('pages of other origins are refused, with the cookie and without an origin too', async () => {
  const academy = await anAcademy();
  const { port } = academy;
  for (const origin of [
    'https://evil.example',
    'null',
    `http://127.0.0.1:${port + 1}`,
    `http://localhost:${port}`,
  ])
    expect((await academy.post(reading, { origin })).status).toBe(403);
  expect((await academy.post(reading, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(await raw(academy, { origin: undefined })).toBe(403);
});

test('a domain that points to this machine is refused, even where its page knows the cookie', async () => {
  const academy = await anAcademy();
  const host = `evil.example:${academy.port}`;
  expect(await raw(academy, { host, origin: `http://${host}` })).toBe(403);
  expect(await raw(academy, {})).toBe(200);
  const { headers } = await fetchAs(academy, host, '/admin/');
  expect(headers['set-cookie']).toBeUndefined();
});

test('what is no request of the editor is refused with a sentence, and the server goes on', async () => {
  const academy = await anAcademy();
  expect((await academy.post('{')).status).toBe(400);
  expect((await academy.post('[]')).status).toBe(400);
  expect((await academy.post(reading, { 'content-type': 'text/plain' })).status).toBe(400);
  expect((await academy.post({ action: '__proto__', params: {} })).status).toBe(400);
  const answer = await academy.post({ action: 'rm', params: {}, locale: 'de' });
  expect(await answer.json()).toMatchObject({
    error: 'Der Server kennt die Aktion „rm“ nicht: Laden Sie die Seite des Editors neu.',
  });
  expect((await academy.post(reading)).status).toBe(200);
});

test('the editor reaches entries of collections and media, and no other file', async () => {
  const academy = await anAcademy({
    'content/notes.txt': 'x',
    'content/topics/deeper/a.fr.yaml': topic('A'),
  });
  const anna = academy.tab('Anna');
  const paths = [
    'src/code.ts',
    '.git/config',
    'content/../src/code.ts',
    'content/topics/../../.git/config',
    'content/topics/.a.fr.yaml',
    'content/topics/a.fr.yaml/../b.fr.yaml',
    'content/topics/deeper/a.fr.yaml',
    'content/topics/a.fr.mdx',
    'content/topics/a.xx.yaml',
    'content/topics/a.fr.yaml\0',
    'content/topics/a\nb.fr.yaml',
    'content\\topics\\a.fr.yaml',
    'content/notes.txt',
    'content/unknown/a.fr.yaml',
    '/etc/passwd',
    'public/favicon.svg',
    'public/media/.htaccess',
    'public/media/page.html',
    'public/media/../favicon.svg',
  ];
  for (const path of paths) {
    await expect(anna('getEntry', { path }), path).rejects.toMatchObject({ status: 422 });
    const dataFiles = [{ slug: 'a', path, raw: topic('A') }];
    await expect(anna('persistEntry', aSave('a', '', { dataFiles })), path).rejects.toMatchObject({
      status: 422,
    });
    await expect(anna('deleteFiles', { paths: [path], options: {} }), path).rejects.toMatchObject({
      status: 422,
    });
  }
  for (const slug of ['../../main', 'a/b', 'a..b', '-x', 'a b', 'a.lock', '@{1}', ''])
    await expect(
      anna('persistEntry', {
        ...aSave(slug, topic('A')),
        dataFiles: [{ slug, path: 'content/topics/a.fr.yaml', raw: 'a: 1' }],
      }),
      slug,
    ).rejects.toMatchObject({ status: 422 });
  await expect(anna('entriesByFolder', { folder: 'src', extension: 'ts' })).rejects.toMatchObject({
    status: 422,
  });
  expect(academy.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main\n');
});

test('without a repository nothing is edited, and the editor’s page can say why in its reader’s language', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'no-repository-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const site = readSite({ CONTENT_DIR: folder });
  const editing = await openEditing(site, join(folder, 'public'), join(folder, 'own'));
  expect(editing.off).toBe('editing.off.noRepository');
  const server = createServer((request, response) => void editing.handle(request, response));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const headers = { 'accept-language': 'de-LU' };
  const answer = await fetch(`http://127.0.0.1:${port}/admin/api/session`, { headers });
  expect(await answer.json()).toEqual({ isOn: false, reason: expect.stringContaining('Git-Repository') });
  const { post } = await clientOf(port);
  expect((await post(reading)).status).toBe(503);
});

/** The status of a request whose headers `fetch` would not let pass. */
async function raw(academy: Academy, headers: Record<string, string | undefined>): Promise<number> {
  const all = {
    origin: `http://127.0.0.1:${academy.port}`,
    'content-type': 'application/json',
    cookie: academy.cookie,
    ...headers,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return new Promise((settle, fail) => {
    const sent = request(
      {
        port: academy.port,
        host: '127.0.0.1',
        path: '/admin/api/',
        method: 'POST',
        headers: given as Record<string, string>,
      },
      (response) => {
        response.resume();
        settle(response.statusCode ?? 0);
      },
    );
    sent.once('error', fail);
    sent.end(JSON.stringify(reading));
  });
}

function fetchAs(
  academy: Academy,
  host: string,
  path: string,
): Promise<{ headers: Record<string, unknown> }> {
  return new Promise((settle, fail) => {
    const sent = request({ port: academy.port, host: '127.0.0.1', path, headers: { host } }, (response) => {
      response.resume();
      settle({ headers: response.headers });
    });
    sent.once('error', fail);
    sent.end();
  });
}
