import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Forgejo, openForgejo } from '../forgejo/forgejo.ts';
import { type HostedAcademy, openHostedAcademy } from './hosted-academy.ts';

let academy: HostedAcademy<Forgejo>;

beforeAll(async () => {
  academy = await openHostedAcademy('forgejo', openForgejo());
});

afterAll(() => academy?.close());

const place = (locale: string) => `content/news/le-catalogue-sur-forgejo.${locale}.mdx`;

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

  const branch = 'cms/news/le-catalogue-sur-forgejo';
  await desk.open('news');
  await desk.write('title', 'Le catalogue sur Forgejo');
  await desk.write('date', '2026-11-20');
  await desk.write('summary', 'Un résumé.');
  await desk.type('Bonjour à {tous}.');
  await desk.write('title', 'Der Katalog auf Forgejo', 1);
  await desk.write('summary', 'Eine Zusammenfassung.', 1);
  await desk.save();
  expect(academy.text(branch, place('fr'))).toContain('Bonjour à \\{tous}.');
  expect(academy.repository.differences('main', branch).map(({ path }) => path)).toEqual([
    place('de'),
    place('fr'),
  ]);

  await desk.open('news', 'le-catalogue-sur-forgejo');
  await desk.write('summary', 'Un meilleur résumé.');
  await desk.save();
  await desk.setStatus('En relecture');
  await desk.setStatus('Prêt');
  await desk.publish();
  expect(academy.text('main', place('fr'))).toContain('Un meilleur résumé.');
  expect(academy.text('main', place('de'))).toContain('Der Katalog auf Forgejo');
  expect(academy.text('main', place('lb'))).toBeUndefined();
  expect(academy.repository.tip(branch)).toBeUndefined();
});

test('neither a save nor a publication goes over what somebody else has published', async () => {
  const entry = 'content/news/histoire-academie.fr.mdx';
  const desk = await academy.enter('Anne Muller');
  await desk.open('news', 'histoire-academie');
  academy.publish(entry, (former) => former.replace(/^title: .*$/m, 'title: Titre de Marc'));
  await desk.write('title', 'Titre d’Anne');
  await desk.pressSave();
  await desk.notice('Quelqu’un a modifié cette fiche');
  expect(academy.repository.tip('cms/news/histoire-academie')).toBeUndefined();

  await desk.open('news', 'histoire-academie');
  await desk.write('title', 'Titre d’Anne');
  await desk.save();
  academy.publish(entry, (former) => former.replace(/^title: .*$/m, 'title: Second titre de Marc'));
  await desk.setStatus('Prêt');
  await desk.pressPublish();
  await desk.notice('La version publiée de cette fiche a changé');
  expect(academy.text('main', entry)).toContain('Second titre de Marc');
});

test('who may not write is told so', async () => {
  const page = await academy.logIn('Paul Klein');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Vous n’avez pas encore accès à l’éditeur' }).waitFor();
  expect(await dialog.getByRole('listitem').textContent()).toContain('inap/academy');
});
