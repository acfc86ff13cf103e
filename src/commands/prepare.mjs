/** Installs the packages that are missing and finds a Node that runs the commands. Plain JavaScript for Node 20. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a person has to do first; the message is one line that says it. */
export class CannotPrepare extends Error {}

/** The Node to run a command with. Installs packages unless they are as the lock file says; throws `CannotPrepare`. */
export async function prepare(root, say) {
  if (majorOf(process.version) < 20)
    throw new CannotPrepare(
      `This needs Node 20 or newer, found ${process.version}: install it from nodejs.org.`,
    );
  if (!areInstalled(root)) {
    say('Installing packages as package-lock.json names them (some 800 MB, a minute or two) …');
    await install(root);
  }
  return findNode(root, say);
}

/** True where every package of the lock file that this machine needs is installed in the version it names. */
export function areInstalled(root) {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || present[path]?.version === version,
  );
}

/** True where this version of Node runs TypeScript files as they are. */
export function runsTypeScript(version) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

async function install(root) {
  const code = await finished('npm', ['ci', '--loglevel=error', '--no-progress'], root);
  if (code === 'ENOENT')
    throw new CannotPrepare('npm is missing: install Node 20 or newer together with npm from nodejs.org.');
  if (code !== 0)
    throw new CannotPrepare(
      'The packages could not be installed: check that this machine reaches the npm registry and has 1 GB of free space, then run the command again.',
    );
}

/** The Node of the package `node`; npm may have skipped the script that fetches it, so that is done here if need be. */
async function findNode(root, say) {
  const own = join(root, 'node_modules/node/bin/node');
  if (isThis(own) || (await works(own))) return own;
  say('Fetching Node 24 …');
  await finished(process.execPath, ['installArchSpecificPackage'], join(root, 'node_modules/node'));
  if (await works(own)) return own;
  if (runsTypeScript(process.version)) {
    say(`Node 24 could not be fetched: using ${process.version} of this machine.`);
    return process.execPath;
  }
  throw new CannotPrepare(
    `Node 24 could not be fetched and ${process.version} is too old: check the network and run “npm ci”, or install Node 24 from nodejs.org.`,
  );
}

/** True for the program that runs: it need not be tried. */
function isThis(node) {
  return existsSync(node) && realpathSync(node) === realpathSync(process.execPath);
}

async function works(node) {
  return existsSync(node) && (await finished(node, ['--version'], undefined, 'ignore')) === 0;
}

/** The exit code, or the error’s code where the program could not start. The installed packages are kept off the path,
 *  since npm must not run on a Node that it is about to replace. */
function finished(program, words, cwd, stdio = 'inherit') {
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
  const env = { ...process.env, PATH: path.join(delimiter) };
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd, env, stdio });
    child.on('error', (error) => resolve(error.code ?? 1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function majorOf(version) {
  return Number(version.replace('v', '').split('.')[0]);
}
