import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openHostedEditor } from './hosted-academy.ts';
import { watchedPage } from './watched-page.ts';

/** Where a host lets somebody in, and what it must be told. */
const pkce = (address: string) => ({
  address,
  asked: {
    client_id: 'the-editor',
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/admin\/$/),
    state: expect.stringMatching(/./),
  },
});

test.each([
  ['gitlab', pkce('/oauth/authorize')],
  ['forgejo', pkce('/login/oauth/authorize')],
  ['gitea', pkce('/login/oauth/authorize')],
  ['github', { address: '/auth', asked: { provider: 'github', scope: 'repo' } }],
])(
  'on %s the editor starts under its policy, speaks to nobody else, and leads to the log-in',
  async (backend, logIn) => {
    const seen: URL[] = [];
    const host = createServer((request, response) => {
      seen.push(new URL(request.url ?? '/', 'http://host.example'));
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Host</title>');
    });
    await new Promise<void>((ready) => host.listen(0, '127.0.0.1', ready));
    const address = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    const editor = await openHostedEditor({
      CMS_BACKEND: backend,
      CMS_HOST: address,
      CMS_LOGIN: address,
      CMS_REPOSITORY: 'inap/academy',
      CMS_APPLICATION: 'the-editor',
    });
    onTestFinished(async () => {
      await editor.close();
      host.closeAllConnections();
      host.close();
    });
    const page = await watchedPage(editor.browser);
    const origins = new Set<string>();
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    await page.goto(`${editor.origin}/admin/`);
    const button = page.getByRole('button', { name: new RegExp(`^Se connecter avec ${backend}$`, 'i') });
    await button.waitFor();
    await page.waitForLoadState('networkidle');
    expect([...origins].filter((origin) => origin.startsWith('http'))).toEqual([editor.origin]);

    const [shown] = await Promise.all([
      backend === 'github' ? page.waitForEvent('popup') : page,
      button.click(),
    ]);
    await shown.waitForURL(`${address}/**`);
    const asked = seen.find(({ pathname }) => pathname === logIn.address);
    expect(Object.fromEntries(asked?.searchParams ?? [])).toMatchObject(logIn.asked);
  },
);
