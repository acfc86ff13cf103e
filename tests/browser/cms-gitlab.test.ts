import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GitLab, openGitLab } from '../gitlab/gitlab.ts';
import { type HostedAcademy, openHostedAcademy } from './hosted-academy.ts';
import { refuseOverwriting } from './hosted-news.ts';

let academy: HostedAcademy<GitLab>;

beforeAll(async () => {
  academy = await openHostedAcademy('gitlab', openGitLab());
});

afterAll(() => academy?.close());

test('a text goes from the log-in over review to the published branch, and no language is left empty', async () => {
  const desk = await academy.enter('Anne Muller');
  await desk.open('news');
  await desk.write('title', 'Le catalogue sur GitLab');
  await desk.write('date', '2026-11-20');
  await desk.write('summary', 'Un résumé.');
  await desk.type('Bonjour à {tous}.');
  await desk.write('title', 'Der Katalog auf GitLab', 1);
  await desk.write('summary', 'Eine Zusammenfassung.', 1);
  await desk.save();
  const branch = 'cms/news/le-catalogue-sur-gitlab';
  const place = (locale: string) => `content/news/le-catalogue-sur-gitlab.${locale}.mdx`;
  expect(academy.text(branch, place('fr'))).toContain('Bonjour à \\{tous}.');
  expect(academy.text(branch, place('de'))).toBe(
    '---\ntitle: Der Katalog auf GitLab\nsummary: Eine Zusammenfassung.\n---\n',
  );
  expect(academy.repository.differences('main', branch).map(({ path }) => path)).toEqual([
    place('de'),
    place('fr'),
  ]);

  const sha = academy.repository.tip(branch) ?? '';
  academy.host.statuses.set(sha, [
    { name: 'check', status: 'success', target_url: 'https://gitlab.example/job' },
    { name: 'deploy/preview', status: 'success', target_url: 'https://preview.example/a/' },
  ]);
  const preview = desk.page.getByRole('link', { name: "Voir l'aperçu" });
  await desk.open('news', 'le-catalogue-sur-gitlab');
  await preview.waitFor();
  expect(await preview.getAttribute('href')).toBe(
    'https://preview.example/a/fr/news/le-catalogue-sur-gitlab/',
  );

  await desk.setStatus('En relecture');
  await desk.setStatus('Prêt');
  await desk.publish();
  expect(academy.text('main', place('fr'))).toContain('Le catalogue sur GitLab');
  expect(academy.text('main', place('de'))).toContain('Der Katalog auf GitLab');
  expect(academy.text('main', place('lb'))).toBeUndefined();
  expect(academy.repository.tip(branch)).toBeUndefined();
  expect(academy.repository.git('log', '-1', '--format=%an', 'main')).toBe('Anne Muller');
});

test('an entry that lacks a language is found by its filter, opened, translated and saved', async () => {
  const desk = await academy.enter('Marc Weber');
  const { page } = desk;
  await page.goto(`${academy.origin}/admin/#/collections/news`);
  await page.getByRole('button', { name: /Filtrer/ }).click();
  await page.getByText('Pas en luxembourgeois').click();
  await page.getByText('trois cours pour trois besoins').first().waitFor();
  await desk.open('news', 'nouveaux-cours-ia');
  await desk.showLanguage('LB');
  await desk.write('title', 'Nei Coursen', 1);
  await desk.write('summary', 'E Resumé.', 1);
  await desk.save();
  const branch = 'cms/news/nouveaux-cours-ia';
  expect(academy.repository.differences('main', branch)).toEqual([
    { kind: 'A', path: 'content/news/nouveaux-cours-ia.lb.mdx' },
  ]);
});

test('a new entry does not take the address of one that somebody else published meanwhile', async () => {
  const place = 'content/news/la-meme-idee.fr.mdx';
  const desk = await academy.enter('Anne Muller');
  await desk.open('news');
  await desk.write('title', 'La même idée');
  await desk.write('date', '2026-11-20');
  await desk.write('summary', 'Un résumé.');
  await desk.page.waitForLoadState('networkidle');
  academy.publish(place, () => '---\ntitle: La même idée\n---\n');
  await desk.pressSave();
  await desk.notice('Une fiche avec cette adresse existe déjà');
  expect(academy.repository.tip('cms/news/la-meme-idee')).toBeUndefined();
});

test('a save over a change of somebody else is refused, and so is a publication that contradicts it', async () => {
  await refuseOverwriting(academy, await academy.enter('Anne Muller'));
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

test('an entry that lacks a language can be deleted', async () => {
  const desk = await academy.enter('Anne Muller');
  await desk.open('news', 'dix-modules-en-ligne');
  await desk.page.getByRole('button', { name: "Supprimer l'entrée publiée" }).click();
  await expect
    .poll(() => academy.text('main', 'content/news/dix-modules-en-ligne.fr.mdx'), { timeout: 20_000 })
    .toBeUndefined();
});

test.each([
  ['fr-LU', 'Vous n’avez pas encore accès à l’éditeur'],
  ['de-LU', 'Sie haben noch keinen Zugang zum Editor'],
  ['lb-LU', 'Dir hutt nach keen Zougang zum Editeur'],
  ['en-GB', 'You have no access to the editor yet'],
])('in %s, who has no right to write is told so and can log in as somebody else', async (language, title) => {
  const page = await academy.logIn('Paul Klein', language);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: title }).waitFor();
  expect(await dialog.getByRole('listitem').textContent()).toContain('inap/academy');
  await dialog.getByRole('button').click();
  expect(await page.locator('section button').isEnabled()).toBe(true);
});
