import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Forgejo, openForgejo } from '../forgejo/forgejo.ts';
import { type HostedAcademy, openHostedAcademy } from './hosted-academy.ts';
import { publishNews, refuseOverwriting } from './hosted-news.ts';

let academy: HostedAcademy<Forgejo>;

beforeAll(async () => {
  academy = await openHostedAcademy('forgejo', openForgejo());
});

afterAll(() => academy?.close());

test('lists are whole, and a text goes from the log-in over a draft that is changed to the published branch', async () => {
  const desk = await academy.enter('Anne Muller');
  // The last of the repository’s files, which the host gives by pages.
  const inFiles = academy.repository.files('main', 'content/venues').map(({ path }) => path);
  const slugs = inFiles.filter((path) => path.includes('.fr.')).map((path) => /([\w-]+)\.fr/.exec(path)?.[1]);
  await desk.page.goto(`${academy.origin}/admin/#/collections/venues`);
  const listed = () =>
    desk.page
      .locator('main a[href*="/entries/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1)));
  await expect.poll(async () => (await listed()).sort()).toEqual(slugs.sort());
  await publishNews(academy, desk, 'Forgejo');
});

test('neither a save nor a publication goes over what somebody else has published', async () => {
  await refuseOverwriting(academy, await academy.enter('Anne Muller'));
});

test('who may not write is told so', async () => {
  const page = await academy.logIn('Paul Klein');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Vous n’avez pas encore accès à l’éditeur' }).waitFor();
  expect(await dialog.getByRole('listitem').textContent()).toContain('inap/academy');
});
