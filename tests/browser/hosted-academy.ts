import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { backendFor, originsOf } from '../../src/cms/backends.ts';
import { editorPage } from '../../src/cms/page.ts';
import { launchBrowser } from '../../src/commands/browser.ts';
import { editorMetaPolicy } from '../../src/server/headers.ts';
import { staticHandler } from '../../src/server/static.ts';
import { readSite } from '../../src/site.ts';
import { applicationId, type openDouble, repositoryName } from '../git-host/double.ts';
import { members } from '../git-host/log-in.ts';
import { type Desk, deskOf } from './cms-forms.ts';
import { watchedPage } from './watched-page.ts';

/** The built site, with an editor for a git host. */
interface HostedEditor {
  readonly origin: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** The pages of OUT_DIR; the editor’s page alone is made anew, since it names the git host that the environment describes. */
async function openHostedEditor(environment: Readonly<Record<string, string>>): Promise<HostedEditor> {
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
  const browser = await launchBrowser();
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

/** The built site on one origin, a double of a git host on another, and a browser. */
export type HostedAcademy<Host extends GitHost> = Awaited<ReturnType<typeof openHostedAcademy<Host>>>;

export type GitHost = Awaited<ReturnType<typeof openDouble>>;

/** The editor on a double of a git host. */
export async function openHostedAcademy<Host extends GitHost>(backend: string, opening: Promise<Host>) {
  const host = await opening;
  const { repository } = host;
  const { origin, browser, close } = await openHostedEditor({
    CMS_BACKEND: backend,
    CMS_HOST: host.origin,
    CMS_LOGIN: host.origin,
    CMS_REPOSITORY: repositoryName,
    CMS_APPLICATION: applicationId,
  });
  const text = (branch: string, path: string) => repository.bytes(branch, path)?.toString();
  const begun: string[] = [];

  /** The page of somebody who lets the editor in on the git host, as soon as that has sent the browser back. */
  const logIn = async (name: string, language?: string): Promise<Page> => {
    const page = await watchedPage(browser, language);
    // Decap asks whether GitHub has a failure today: that is none of the double’s business.
    await page.route('https://www.githubstatus.com/**', (route) =>
      route.fulfill({ json: { components: [] } }),
    );
    const note = (request: Request) => begun.push(request.url());
    page.on('request', note);
    await page.goto(`${origin}/admin/`);
    const button = page.locator('section button');
    await button.waitFor();
    page.off('request', note);
    if (backend === 'github') {
      const [proxy] = await Promise.all([page.waitForEvent('popup'), button.click()]);
      await proxy.getByRole('button', { name }).click();
    } else {
      await button.click();
      await page.getByRole('link', { name }).click();
      await page.waitForURL(`${origin}/admin/**`);
    }
    return page;
  };
  return {
    origin,
    repository,
    host,
    text,
    logIn,
    async enter(name: string): Promise<Desk> {
      const page = await logIn(name);
      await page.locator('aside a').first().waitFor();
      return deskOf(page, origin);
    },
    /** What somebody else publishes meanwhile. */
    publish(path: string, change: (text: string) => string) {
      const bytes = Buffer.from(change(text('main', path) ?? ''));
      const action = { action: 'update', path, bytes } as const;
      repository.commit('main', repository.tip('main') ?? '', [action], 'Change', members.marc);
    },
    /** Fails where the double was asked what it doesn’t know, or the editor spoke to somebody before anybody logged in. */
    async close() {
      await close();
      host.close();
      expect(host.faults).toEqual([]);
      expect(begun.filter((address) => /^http/.test(address) && !address.startsWith(`${origin}/`))).toEqual(
        [],
      );
    },
  };
}
