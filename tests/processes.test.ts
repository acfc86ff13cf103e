import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { isRunning } from '../src/processes.ts';

test('a process runs until it has ended', async () => {
  const child = spawn('sleep', ['60']);
  const { pid = 0 } = child;
  expect(isRunning(pid)).toBe(true);
  child.kill();
  await once(child, 'exit');
  expect(isRunning(pid)).toBe(false);
});

test('a process of somebody else runs, though one may not ask it', () => {
  const nobody = 65_534;
  const script = `
    const may = () => { try { process.kill(1, 0); return 'yes'; } catch (error) { return error.code; } };
    const { isRunning } = await import('data:text/javascript,' + encodeURIComponent(process.env.CODE));
    console.log(may(), isRunning(1));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: '/',
    encoding: 'utf8',
    env: { CODE: `export ${isRunning}` },
    ...(process.getuid?.() === 0 && { uid: nobody, gid: nobody }),
  });
  expect(`${stdout}${stderr}`.trim()).toBe('EPERM true');
});
