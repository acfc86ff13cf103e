import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aRepository } from '../cms-server/academy.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** `npm start` on the content of a folder; `said` waits until it has said something that fits. */
async function started(root: string, environment: Readonly<Record<string, string>>) {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, ['src/commands/run.mjs', 'start'], {
    env: {
      ...process.env,
      PORT: String(port),
      CONTENT_DIR: join(root, 'content'),
      LC_ALL: '',
      ...environment,
    },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      words += part;
    });
  const stop = async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'close');
    return child.exitCode;
  };
  onTestFinished(async () => {
    await stop();
  });
  const said = (fitting: RegExp) => expect.poll(() => words, { timeout: 60_000 }).toMatch(fitting);
  return { port, said, stop, child };
}

function aFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'start-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

test.each([
  ['fr_LU.UTF-8', 'L’éditeur est à l’adresse'],
  ['de_LU.UTF-8', 'Der Editor ist unter'],
  ['lb_LU.UTF-8', 'Den Editeur ass ënner'],
  ['en_GB.UTF-8', 'The editor is at'],
])('in %s the address of the editor is said at once, and editors can work there', async (LANG, words) => {
  const root = aFolder();
  aRepository(root, {});
  const { port, said, stop, child } = await started(root, { LANG, BASE_PATH: '/academie' });
  const address = `http://127.0.0.1:${port}/academie/admin/`;
  await said(new RegExp(`^${words} ${address}$`, 'm'));
  const session = await fetch(`${address}api/session`);
  expect(await session.json()).toEqual({ isOn: true, branch: 'main' });
  expect((await fetch(address)).status).toBe(503);
  expect(await stop()).toBe(0);
  const left = readdirSync('.build').filter((name) => name.endsWith(`-${child.pid}`));
  expect(left, 'nothing of it is left').toEqual([]);
});

test('without a repository it is said why there is no editor, and no address', async () => {
  const root = aFolder();
  mkdirSync(join(root, 'content'));
  const { port, said } = await started(root, { LANG: 'en' });
  await said(/^The editor is off: the content lies in no git repository/m);
  expect(await (await fetch(`http://127.0.0.1:${port}/admin/api/session`)).json()).toMatchObject({
    isOn: false,
    reason: expect.stringMatching(/git/),
  });
});
