import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { openTab } from '../../src/cms/tab.ts';

/** The editor’s server in a process of its own, on the repository in `root`, that can be killed with or without its git. */
export async function killableServer(root: string) {
  const folder = mkdtempSync(join(tmpdir(), 'nothing-lost-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let child: ChildProcess | undefined;
  let port: Promise<number>;
  const start = () => {
    const words = [resolve('tests/cms-server/serve.ts'), root, folder];
    const started = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    child = started;
    port = new Promise((settle) => started.stdout.once('data', (line: Buffer) => settle(Number(line))));
    return port;
  };
  let restarting = Promise.resolve();
  const kill = async (withItsGit: boolean) => {
    const ended = new Promise((settle) => child?.once('close', settle));
    process.kill(withItsGit ? -(child?.pid ?? 0) : (child?.pid ?? 0), 'SIGKILL');
    await ended;
  };
  onTestFinished(() => (child?.exitCode === null && child.signalCode === null ? kill(true) : undefined));
  await start();
  return {
    /** A tab that stays open while the server is killed and started again, on whatever port. */
    async tab(name: string) {
      let cookie = '';
      const request = openTab({
        address: 'http://server/admin/api/',
        locale: () => 'en',
        editor: () => ({ name }),
        async fetch(input, options) {
          const origin = `http://127.0.0.1:${await port}`;
          const headers = { ...(options?.headers as Record<string, string>), origin, cookie };
          const response = await fetch(String(input).replace('http://server', origin), {
            ...options,
            headers,
          });
          cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
          return response;
        },
      });
      return (action: string, params: object = {}) =>
        request({ action, params: params as Record<string, unknown> });
    },
    killAndRestart(withItsGit: boolean) {
      restarting = kill(withItsGit).then(async () => {
        await start();
      });
      return restarting;
    },
    async isUp() {
      await pause(20);
      await restarting;
    },
    async stop() {
      child?.kill('SIGTERM');
      await new Promise((settle) => child?.once('close', settle));
    },
  };
}
