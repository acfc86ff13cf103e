import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { backendFor, originsOf } from '../../src/cms/backends.ts';
import { editorPage } from '../../src/cms/page.ts';
import { editorMetaPolicy } from '../../src/server/headers.ts';
import { staticHandler } from '../../src/server/static.ts';
import { readSite } from '../../src/site.ts';
import { applicationId, type GitLab, openGitLab, repositoryName } from '../gitlab/gitlab.ts';
import { launch, watchedPage } from './watched-page.ts';

/** The built site on one origin, GitLab’s double on another, and a browser. */
export interface HostedAcademy {
  readonly origin: string;
  readonly gitlab: GitLab;
  /** The page of somebody who lets the editor in on GitLab, as soon as GitLab has sent the browser back. */
  readonly logIn: (name: string, language?: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The built site, with an editor for a git host. */
export interface HostedEditor {
  readonly origin: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** The pages of OUT_DIR; the editor’s page alone is made anew, since it names the git host that the environment describes. */
export async function openHostedEditor(environment: Readonly<Record<string, string>>): Promise<HostedEditor> {
  const site = readSite(environment);
  const { outDir } = readSite(process.env);
  const files = staticHandler(outDir, '/', originsOf(site));
  const script = readdirSync(join(outDir, 'admin')).find((name) => /^editor-.*\.js$/.test(name)) ?? '';
  const html = editorPage({
    site,
    script,
    backend: backendFor(site),
    policy: editorMetaPolicy(originsOf(site)),
  });
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (path !== '/admin/') return files(request, response);
    return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const browser = await launch();
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    browser,
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The editor on a double of GitLab. */
export async function openHostedAcademy(): Promise<HostedAcademy> {
  const gitlab = await openGitLab();
  const { origin, browser, close } = await openHostedEditor({
    CMS_BACKEND: 'gitlab',
    CMS_HOST: gitlab.origin,
    CMS_REPOSITORY: repositoryName,
    CMS_APPLICATION: applicationId,
  });
  return {
    origin,
    gitlab,
    async logIn(name, language) {
      const page = await watchedPage(browser, language);
      await page.goto(`${origin}/admin/`);
      await page.locator('section button').click();
      await page.getByRole('link', { name }).click();
      await page.waitForURL(`${origin}/admin/**`);
      return page;
    },
    async close() {
      await close();
      gitlab.close();
    },
  };
}
