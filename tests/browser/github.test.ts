import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GitHub, openGitHub } from '../github/github.ts';
import { type HostedAcademy, openHostedAcademy } from './hosted-academy.ts';
import { publishNews } from './hosted-news.ts';

let academy: HostedAcademy<GitHub>;

beforeAll(async () => {
  academy = await openHostedAcademy('github', openGitHub());
});

afterAll(() => academy?.close());

test('a text goes from the log-in over a draft that is changed to the published branch, and no language is left empty', async () => {
  const desk = await academy.enter('Anne Muller');
  await publishNews(academy, desk, 'GitHub');
});

test('neither a save nor a publication goes over what somebody else has published', async () => {
  const place = 'content/news/histoire-academie.fr.mdx';
  const branch = 'cms/news/histoire-academie';
  const desk = await academy.enter('Anne Muller');
  await desk.open('news', 'histoire-academie');
  await desk.write('title', 'Titre d’Anne');
  await desk.save();
  academy.publish(place, (former) => former.replace(/^title: .*$/m, 'title: Titre de Marc'));
  const before = academy.text(branch, place);
  await desk.write('title', 'Second titre d’Anne');
  await desk.pressSave();
  await desk.notice('La version publiée de cette fiche a changé');
  expect(academy.text(branch, place)).toBe(before);

  await desk.open('news', 'histoire-academie');
  await desk.setStatus('Prêt');
  await desk.pressPublish();
  await desk.notice('La version publiée de cette fiche a changé');
  expect(academy.text('main', place)).toContain('Titre de Marc');
});

test('an entry that lacks a language is opened, translated, saved, and deleted in all its languages', async () => {
  const desk = await academy.enter('Anne Muller');
  const places = ['fr', 'de', 'lb', 'en'].map((locale) => `content/news/nouveaux-cours-ia.${locale}.mdx`);
  expect(academy.text('main', places[2] ?? '')).toBeUndefined();
  await desk.open('news', 'nouveaux-cours-ia');
  await desk.showLanguage('LB');
  await desk.write('title', 'Nei Coursen', 1);
  await desk.write('summary', 'E Resumé.', 1);
  await desk.save();
  expect(academy.repository.differences('main', 'cms/news/nouveaux-cours-ia')).toEqual([
    { kind: 'A', path: places[2] },
  ]);
  await desk.setStatus('Prêt');
  await desk.publish();
  await desk.open('news', 'nouveaux-cours-ia');
  await desk.page.getByRole('button', { name: "Supprimer l'entrée publiée" }).click();
  await expect
    .poll(() => places.filter((place) => academy.text('main', place) !== undefined), { timeout: 20_000 })
    .toEqual([]);
});

test('a picture that could run code is not sent', async () => {
  const desk = await academy.enter('Anne Muller');
  await desk.open('news');
  await desk.write('title', 'Avec une image');
  await desk.write('date', '2026-11-20');
  await desk.write('summary', 'Un résumé.');
  await desk.write('imageAlt', 'Un carré noir.');
  await desk.upload('mauvais.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  await desk.pressSave();
  expect(await desk.notice('mauvais.svg')).toContain('contient du code');
  expect(academy.repository.tip('cms/news/avec-une-image')).toBeUndefined();
});

test('who may not write is told so', async () => {
  const page = await academy.logIn('Paul Klein');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Vous n’avez pas encore accès à l’éditeur' }).waitFor();
  expect(await dialog.getByRole('listitem').textContent()).toContain('inap/academy');
});

test('who may not publish reads whom to ask, and the draft stays', async () => {
  const desk = await academy.enter('Marc Weber');
  await desk.open('news', 'catalogue-2027');
  await desk.write('title', 'Titre de Marc');
  await desk.save();
  await desk.setStatus('Prêt');
  await desk.pressPublish();
  await desk.notice('Votre compte ne peut pas publier');
  expect(academy.text('cms/news/catalogue-2027', 'content/news/catalogue-2027.fr.mdx')).toContain(
    'Titre de Marc',
  );
  expect(academy.text('main', 'content/news/catalogue-2027.fr.mdx')).not.toContain('Titre de Marc');
});
