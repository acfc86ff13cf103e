import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GitLab, openGitLab } from '../gitlab/gitlab.ts';
import { type HostedAcademy, openHostedAcademy } from './hosted-academy.ts';

let academy: HostedAcademy<GitLab>;

beforeAll(async () => {
  academy = await openHostedAcademy('gitlab', openGitLab());
});

afterAll(() => academy?.close());

const drawing = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;

test('a picture that could run code is not sent to the git host, another one is', async () => {
  const desk = await academy.enter('Anne Muller');
  const branch = 'cms/news/avec-une-image';
  await desk.open('news');
  await desk.write('title', 'Avec une image');
  await desk.write('date', '2026-11-20');
  await desk.write('summary', 'Un résumé.');
  await desk.write('imageAlt', 'Un carré noir.');
  await desk.upload('mauvais.svg', drawing('<script>alert(1)</script>'));
  await desk.pressSave();
  expect(await desk.notice('mauvais.svg')).toContain('contient du code');
  expect(academy.repository.tip(branch)).toBeUndefined();

  await desk.upload('bon.svg', drawing('<rect width="9" height="9"/>'));
  await desk.save();
  expect(academy.text(branch, 'public/media/news/bon.svg')).toContain('<rect');
  expect(academy.repository.differences('main', branch).map(({ path }) => path)).toEqual([
    'content/news/avec-une-image.fr.mdx',
    'public/media/news/bon.svg',
  ]);
});

test('mistakes in bodies are told in all languages at once, and nothing is sent before they are mended', async () => {
  const desk = await academy.enter('Anne Muller');
  const branch = 'cms/news/histoire-academie';
  const place = (locale: string) => `content/news/histoire-academie.${locale}.mdx`;
  const write = (locale: string, bodyLine: string) =>
    academy.publish(place(locale), (former) => `${former.trimEnd()}\n\n${bodyLine}\n`);
  write('fr', '#### Bien trop profond');
  write('de', 'Ein <Nope /> und [ein Link](javascript:alert(1)).');
  await desk.open('news', 'histoire-academie');
  await desk.write('title', 'Un autre titre');
  expect(await desk.saveInVain()).toEqual([
    expect.stringMatching(/^Français – Texte, « #### Bien trop profond » : Écrivez ce titre au niveau \d/),
    expect.stringMatching(/^Allemand – Texte, « Ein <Nope .*Remplacez Nope par un bloc qui existe/),
    expect.stringMatching(/^Allemand – Texte, .*Remplacez l’adresse « javascript:alert\(1\) »/),
  ]);
  expect(academy.repository.tip(branch)).toBeUndefined();
});

test('the media library sends no page to the git host', async () => {
  const { page, notice } = await academy.enter('Anne Muller');
  await page.getByRole('button', { name: /^Media/ }).click();
  const upload = (name: string, mimeType: string, content: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
  await upload('page.html', 'text/html', '<h1>Bonjour</h1>');
  expect(await notice('page.html')).toContain('choisissez un fichier d’un de ces types');
  await upload('notes.txt', 'text/plain', 'Bonjour');
  await expect
    .poll(() => academy.text('main', 'public/media/notes.txt'), { timeout: 20_000 })
    .toBe('Bonjour');
  expect(academy.text('main', 'public/media/page.html')).toBeUndefined();
});
