import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openEditing } from '../../src/cms-server/editing.ts';
import { launchBrowser } from '../../src/commands/browser.ts';
import { lendPictures } from '../../src/commands/build-pages/workshop.ts';
import { staticHandler } from '../../src/server/static.ts';
import { readSite } from '../../src/site.ts';
import { watchedPage } from './watched-page.ts';

/** A git repository with the shipped content, the editor’s server on it, and a browser. */
export interface EditedAcademy {
  readonly origin: string;
  readonly root: string;
  readonly git: (...words: string[]) => string;
  /** The text of a file in a branch or commit; undefined where it is not there. */
  readonly file: (path: string, branch?: string) => string | undefined;
  /** An editor who has logged in. The test fails when a page of theirs has an error or breaks the security policy. */
  readonly logIn: (name: string, language?: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The academy, with the pages of OUT_DIR: nothing is built again when something is published. */
export async function openAcademy(): Promise<EditedAcademy> {
  const repository = aRepository();
  const { outDir } = readSite(process.env);
  const site = readSite({ CONTENT_DIR: join(repository.root, 'content') });
  const folder = mkdtempSync(join(tmpdir(), 'editing-'));
  const editing = await openEditing(site, join(repository.root, 'public'), folder);
  const pages = staticHandler(outDir, '/');
  const server = createServer((request, response) => {
    if (!editing.handle(request, response)) pages(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  return {
    origin,
    ...repository,
    logIn: (name, language) => logIn(browser, origin, name, language),
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await editing.close();
      for (const place of [folder, repository.root]) rmSync(place, { recursive: true, force: true });
    },
  };
}

export interface StartedAcademy extends EditedAcademy {
  readonly stop: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts the server again at the same address; editors can go on before the site is built. */
  readonly restart: () => Promise<void>;
}

/**
 * The academy as `npm start` runs it: what is published is built and shown. The folder `project` is a copy of the whole
 * project, with content of its own, that becomes a repository.
 */
export async function startAcademy(project: string): Promise<StartedAcademy> {
  const repository = repositoryIn(project);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  lendPictures('content', join(repository.root, 'content'), project);
  const begin = () =>
    spawn(process.execPath, [resolve(project, 'src/commands/run.mjs'), 'start'], {
      env: { ...process.env, PORT: String(port), CONTENT_DIR: join(repository.root, 'content') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  let child = begin();
  const stop = async (signal: NodeJS.Signals) => {
    const isOver = new Promise<void>((over) => child.once('close', () => over()));
    child.kill(signal);
    await isOver;
  };
  const restart = async () => {
    child = begin();
    await told(child, '/admin/');
  };
  await told(child, 'The site is at');
  const browser = await launchBrowser();
  return {
    origin,
    ...repository,
    stop,
    restart,
    logIn: (name, language) => logIn(browser, origin, name, language),
    async close() {
      await browser.close();
      await stop('SIGTERM');
      rmSync(repository.root, { recursive: true, force: true });
    },
  };
}

/** A copy of this project’s sources in a folder of its own, without content. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  const settings = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', '.gitignore'];
  // The editor’s bundle is kept by what it is made of: it is right here too, and takes long to make.
  for (const source of ['src', 'public', ...settings, '.build/editor'].filter((each) => existsSync(each)))
    cpSync(source, join(folder, source), { recursive: true, preserveTimestamps: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

function aRepository() {
  const root = mkdtempSync(join(tmpdir(), 'academy-'));
  for (const folder of ['content', 'public'])
    if (existsSync(folder)) cpSync(folder, join(root, folder), { recursive: true });
  return repositoryIn(root);
}

function repositoryIn(root: string) {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Dev Eloper');
  git('config', 'user.email', 'dev@example.org');
  git('add', '.');
  git('commit', '-q', '-m', 'Begin');
  const file = (path: string, branch = 'main') => {
    try {
      return git('show', `${branch}:${path}`);
    } catch {
      return undefined;
    }
  };
  return { root, git, file };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function told(child: ChildProcess, words: string): Promise<void> {
  let said = '';
  return new Promise((heard, failed) => {
    child.stdout?.on('data', (part: Buffer) => {
      said += part;
      if (said.includes(words)) heard();
    });
    child.once('close', () => failed(new Error(`npm start ended before it said “${words}”: ${said}`)));
  });
}

async function logIn(browser: Browser, origin: string, name: string, language?: string): Promise<Page> {
  const page = await watchedPage(browser, language);
  await page.goto(`${origin}/admin/`);
  await page.locator('.log-in input').first().fill(name);
  await page.locator('.log-in button').click();
  await page.locator('aside a').first().waitFor();
  return page;
}
