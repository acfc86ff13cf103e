import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { addressesOf } from '../../src/commands/check-links/addresses.ts';
import { run } from '../../src/commands/check-links.ts';
import type { LinkReport } from '../../src/loader/link-report.ts';

const quick = { timeout: 400, pause: 0, hosts: 4 };

test('addresses are found in texts, links and fields, without what ends a sentence', () => {
  const text = `Voir https://a.lu/b, (https://c.lu/d) et [e](https://e.lu/f_(g)#h).
enrolment: "https://i.lu/?j=1&k=2" <https://l.lu/> https://nobody.example/ https://www.example.org/x`;
  expect(addressesOf(text)).toEqual([
    'https://a.lu/b',
    'https://c.lu/d',
    'https://e.lu/f_(g)',
    'https://i.lu/?j=1&k=2',
    'https://l.lu/',
  ]);
});

test('what does not answer is written down with its files; what wants a log-in or a GET is there', async () => {
  const asked: string[] = [];
  const origin = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === '/slow') return;
    if (request.url === '/away') response.writeHead(308, { Location: '/there' });
    else if (request.url === '/no-head') response.statusCode = request.method === 'HEAD' ? 405 : 200;
    else response.statusCode = { '/there': 200, '/members': 403 }[request.url ?? ''] ?? 404;
    response.end();
  });
  const gone = `http://127.0.0.1:${await freePort()}/`;
  const { report, folder } = await checked(
    {
      'news/a.fr.mdx': ['/there', '/away', '/members', '/no-head', '/lost', '/not-asked/x'].map(
        (path) => origin + path,
      ),
      'news/a.de.mdx': [`${origin}/lost`, `${origin}/slow`, gone],
    },
    `# robots are sent away\n${origin}/not-asked/\n`,
  );
  expect(report.dead.toSorted((one, other) => (one.answer < other.answer ? -1 : 1))).toEqual([
    { address: `${origin}/lost`, answer: '404', files: ['news/a.de.mdx', 'news/a.fr.mdx'] },
    { address: `${origin}/slow`, answer: 'timeout', files: ['news/a.de.mdx'] },
    { address: gone, answer: 'unreachable', files: ['news/a.de.mdx'] },
  ]);
  expect(asked.filter((line) => line.includes('not-asked'))).toEqual([]);
  expect(asked.filter((line) => line.includes('/there'))).toEqual(['HEAD /there', 'HEAD /there']);
  expect(folder).toBeTruthy();
});

test('one host is asked one thing at a time', async () => {
  let open = 0;
  let most = 0;
  const origin = await serve((_request, response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.end();
    }, 20);
  });
  await checked({ 'news/a.fr.mdx': ['/1', '/2', '/3', '/4'].map((path) => origin + path) });
  expect(most).toBe(1);
});

test('a word it does not know is refused', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  expect(await run(['--fast'], {}, quick)).toBe(1);
  expect(said.mock.calls.join()).toContain('--skip FILE');
});

async function checked(content: Readonly<Record<string, readonly string[]>>, skip = '') {
  vi.spyOn(console, 'log').mockReturnValue();
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, addresses] of Object.entries(content)) {
    mkdirSync(join(folder, 'content', file, '..'), { recursive: true });
    writeFileSync(join(folder, 'content', file), addresses.map((address) => `[x](${address})`).join('\n'));
  }
  writeFileSync(join(folder, 'skip.txt'), skip);
  const linksFile = join(folder, 'made', 'links.json');
  const environment = { CONTENT_DIR: join(folder, 'content'), LINKS_FILE: linksFile };
  expect(await run(['--skip', join(folder, 'skip.txt')], environment, quick)).toBe(0);
  return { folder, report: JSON.parse(readFileSync(linksFile, 'utf8')) as LinkReport };
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
