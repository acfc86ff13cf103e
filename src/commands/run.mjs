/**
 * Starts a command of this folder: `node src/commands/run.mjs build`. Plain JavaScript without packages, since it runs
 * before any is installed, on a Node from 20 on; the commands themselves are TypeScript and run on Node 24.
 */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotPrepare, prepare } from './prepare.mjs';

const [command = '', ...words] = process.argv.slice(2);
const self = fileURLToPath(import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));

try {
  if (!existsSync(new URL(`${command}.ts`, import.meta.url)))
    throw new CannotPrepare(`There is no command “${command}”: package.json lists them under “scripts”.`);
  const node = await prepare(root, (line) => console.log(line));
  process.exitCode = realpathSync(node) === realpathSync(process.execPath) ? await here() : await there(node);
} catch (error) {
  if (!(error instanceof CannotPrepare)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function here() {
  process.chdir(root);
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  rememberCompiledCode();
  const { run } = await import(`./${command}.ts`);
  return run(words, process.env);
}

/** An edit is built sooner where Node need not compile the code again: here, in threads and in the processes it starts. */
function rememberCompiledCode() {
  process.env.NODE_COMPILE_CACHE ??= join(root, '.build/compiled');
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

/** This process waits for the child after Ctrl-C, so that the prompt comes back when all has stopped. */
function there(node) {
  const child = spawn(node, [self, command, ...words], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}
