import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { folderOf, layTemplates, type Peer } from './systems.ts';

/** A peer that is ready: which version, or why it can’t be had. */
export type Provided =
  | { readonly version: string; readonly absent?: never }
  | { readonly version?: never; readonly absent: string };

/** Fetches what a peer needs into its own folder, never into the project: from npm, or with apt where it is a program. */
export async function provide(peer: Peer, say: (line: string) => void): Promise<Provided> {
  await layTemplates(peer);
  if (peer.program) return provideProgram(peer.program, say);
  const list = join(folderOf(peer), 'package.json');
  if (!existsSync(list)) return { version: `Node ${process.versions.node}` };
  const wanted = JSON.parse(readFileSync(list, 'utf8')) as { dependencies: Record<string, string> };
  if (!isInstalled(folderOf(peer), wanted.dependencies)) {
    say(`Fetching ${peer.title} from npm …`);
    const failure = install(folderOf(peer));
    if (failure) return { absent: `npm did not install it: ${failure}` };
  }
  return { version: Object.values(wanted.dependencies)[0] ?? '' };
}

function provideProgram(program: string, say: (line: string) => void): Provided {
  if (!versionOf(program)) {
    if (process.getuid?.() !== 0)
      return { absent: `${program} is not on the PATH; Debian has it as “${program}”` };
    say(`Installing Debian’s package ${program} …`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const words = ['install', '-y', '--no-install-recommends', program];
    const apt = (...own: string[]) =>
      spawnSync('apt-get', own, { stdio: 'ignore', env: environment }).status === 0;
    if (!apt(...words)) apt('update') && apt(...words);
  }
  const version = versionOf(program);
  return version ? { version } : { absent: `${program} is not on the PATH and apt-get did not install it` };
}

function versionOf(program: string): string | undefined {
  const { status, stdout } = spawnSync(program, ['version'], { encoding: 'utf8' });
  return status === 0 ? (/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? 'unknown') : undefined;
}

function isInstalled(folder: string, dependencies: Readonly<Record<string, string>>): boolean {
  return Object.entries(dependencies).every(([name, version]) => {
    const file = join(folder, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
}

/** What npm says where it fails. It runs on our Node, since it chooses packages by the Node it runs on. */
function install(folder: string): string | undefined {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')),
  );
  const words = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel', 'error'];
  const { status, stderr, error } = spawnSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment, PATH: path },
  });
  return status === 0 ? undefined : (error?.message ?? stderr).trim().split('\n').slice(0, 3).join(' ');
}
