import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EditedAcademy, openAcademy } from './cms-academy.ts';
import { deskOf } from './cms-forms.ts';

let academy: EditedAcademy;

beforeAll(async () => {
  academy = await openAcademy();
});

afterAll(() => academy?.close());

const enter = async (name: string, language?: string) =>
  deskOf(await academy.logIn(name, language), academy.origin);

const branchOf = (entry: string) => `cms/${entry}`;

test('what the schema refuses is refused in each language before it is saved, with the names of the form', async () => {
  const desk = await enter('Anne Muller');
  const place = (language: string) => `content/news/trois-langues.${language}.mdx`;
  const branch = branchOf('news/trois-langues');
  await desk.open('news');
  await desk.write('title', 'Trois langues');
  await desk.write('date', '2026-11-20');
  await desk.write('summary', 'Un résumé.');
  await desk.write('title', 'Drei Sprachen', 1);
  await desk.showLanguage('LB');
  await desk.write('summary', 'E Resumé.', 1);
  expect(await desk.saveInVain()).toEqual([
    'Allemand – Résumé : Écrivez une ligne de texte de 300 caractères au plus.',
    'Luxembourgeois – Titre : Écrivez une ligne de texte de 140 caractères au plus.',
  ]);
  expect(academy.file(place('fr'), branch)).toBeUndefined();

  await desk.write('title', 'Dräi Sproochen', 1);
  await desk.showLanguage('DE');
  await desk.write('summary', 'Eine Zusammenfassung.', 1);
  await desk.save();
  expect(academy.file(place('de'), branch)).toBe(
    '---\ntitle: Drei Sprachen\nsummary: Eine Zusammenfassung.\n---\n',
  );
  expect(academy.file(place('lb'), branch)).toContain('Dräi Sproochen');
  expect(academy.file(place('en'), branch)).toBeUndefined();
});

test('a quiz is filled in by a form, and saved only when it is complete', async () => {
  const desk = await enter('Anne Muller');
  await desk.open('news');
  await desk.write('title', 'Une actualité avec un quiz');
  await desk.write('date', '2026-11-21');
  await desk.write('summary', 'Un résumé.');
  await desk.type('Voici :');
  await desk.insertBlock('Quiz');
  await desk.addItem('question');
  // Around fields stand their own words, not those of the form’s technique.
  await desk.page.getByRole('group', { name: 'Questions', exact: true }).waitFor();
  await desk.page.getByText('1 question', { exact: true }).waitFor();
  await desk.pick('type', 'Écrire');
  await desk.write('question', 'Quelle est la capitale ?');
  expect(await desk.saveInVain()).toEqual([
    'Français – Quiz › Questions 1 › Réponses acceptées : Écrivez « Réponses acceptées » : ce type de question en a besoin.',
  ]);
  await desk.write('answers', 'Luxembourg');
  await desk.save();
  const file = 'content/news/une-actualite-avec-un-quiz.fr.mdx';
  const saved = academy.file(file, branchOf('news/une-actualite-avec-un-quiz'));
  expect(saved?.split('---\n').at(-1)).toBe(
    [
      '',
      'Voici :',
      '',
      '```quiz',
      'questions:',
      '  - type: text',
      '    question: Quelle est la capitale ?',
      '    answers:',
      '      - Luxembourg',
      '```',
      '',
    ].join('\n'),
  );
});

test('an entry that lacks a language is opened, translated and saved, and nothing else of it changes', async () => {
  const place = (language: string) => `content/news/histoire-academie.${language}.mdx`;
  academy.git('rm', '-q', place('lb'));
  academy.git('commit', '-q', '-m', 'Take a translation away');
  const desk = await enter('Anne Muller');
  await desk.open('news', 'histoire-academie');
  await desk.showLanguage('LB');
  await desk.write('title', 'D’Geschicht vun der Akademie', 1);
  await desk.write('summary', 'Wéi alles ugefaangen huet.', 1);
  await desk.write('imageAlt', 'E Viadukt.', 1);
  await desk.save();
  const branch = branchOf('news/histoire-academie');
  expect(academy.file(place('lb'), branch)).toContain('title: D’Geschicht vun der Akademie');
  expect(academy.git('diff', '--name-only', 'main', branch).trim()).toBe(place('lb'));
});

test('an entry is duplicated and deleted in all its languages', async () => {
  const desk = await enter('Anne Muller');
  await desk.open('news', 'catalogue-2027');
  await desk.published('Dupliquer');
  await desk.page.waitForURL(/\/new$/);
  await desk.page.getByRole('button', { name: /^Supprimer/ }).waitFor({ state: 'detached' });
  const title = desk.page.locator('[id^="title-field-"]').first();
  await expect.poll(() => title.inputValue()).not.toBe('');
  await desk.write('title', 'Copie à garder');
  await desk.save();
  const branch = branchOf('news/copie-a-garder');
  const languages = ['fr', 'de', 'lb', 'en'];
  const kept = languages.filter((language) =>
    academy.file(`content/news/copie-a-garder.${language}.mdx`, branch),
  );
  expect(kept).toEqual(languages);

  await desk.open('news', 'catalogue-2027');
  await desk.page.getByRole('button', { name: /^Supprimer l.entrée publiée/ }).click();
  await desk.page.waitForURL(/collections\/news$/);
  const left = () =>
    languages.filter((language) => academy.file(`content/news/catalogue-2027.${language}.mdx`));
  await expect.poll(left).toEqual([]);
});

test('a picture is uploaded with its entry, and one that could run code is refused', async () => {
  const desk = await enter('Anne Muller');
  const branch = branchOf('news/avec-une-image');
  const drawing = (inner: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;
  await desk.open('news');
  await desk.write('title', 'Avec une image');
  await desk.write('date', '2026-11-20');
  await desk.write('summary', 'Un résumé.');
  await desk.write('imageAlt', 'Un carré noir.');
  await desk.upload('mauvais.svg', drawing('<script>alert(1)</script>'));
  await desk.pressSave();
  expect(await desk.notice('mauvais.svg')).toContain('Non enregistré');
  expect(academy.file('content/news/avec-une-image.fr.mdx', branch)).toBeUndefined();

  await desk.upload('bon.svg', drawing('<rect width="9" height="9"/>'));
  await desk.save();
  expect(academy.file('content/news/avec-une-image.fr.mdx', branch)).toContain('image: /media/news/bon.svg');
  expect(academy.file('public/media/news/bon.svg', branch)).toContain('<rect');

  // The same picture under another name, and another one under the same name: all three are kept, each where it was put.
  await desk.insertBlock('Image avec légende');
  await desk.upload('autre.svg', drawing('<rect width="7" height="7"/>'), 1);
  await desk.write('alt', 'Un carré.');
  await desk.upload('pareil.svg', drawing('<rect width="7" height="7"/>'), 0);
  await desk.save();
  const shown = () => academy.file('content/news/avec-une-image.fr.mdx', branch);
  await expect.poll(shown).toContain('image: /media/news/pareil.svg');
  await expect.poll(shown).toContain('src="/media/news/autre.svg"');
  for (const name of ['autre', 'pareil'])
    expect(academy.file(`public/media/news/${name}.svg`, branch), name).toContain('width="7"');
  await desk.upload('pareil.svg', drawing('<circle r="9"/>'), 1, 'pareil-2.svg');
  await desk.save();
  await expect.poll(shown).toContain('image: /media/news/pareil.svg');
  await expect.poll(shown).toContain('src="/media/news/pareil-2.svg"');
  expect(academy.file('public/media/news/pareil.svg', branch)).toContain('width="7"');
  expect(academy.file('public/media/news/pareil-2.svg', branch)).toContain('<circle');
});

test('of two editors on one entry the second is told, and keeps what was written', async () => {
  const [first, second] = [await enter('Anne Muller'), await enter('Marc Weber')];
  for (const desk of [first, second]) await desk.open('topics', 'data-protection');
  await first.write('summary', 'Ce qu’Anne a écrit.');
  await second.write('summary', 'Ce que Marc a écrit.');
  await first.save();
  await second.pressSave();
  expect(await second.notice('Anne Muller')).toContain('Non enregistré');
  expect(await second.page.locator('[id^="summary-field-"]').first().inputValue()).toBe(
    'Ce que Marc a écrit.',
  );
  const branch = branchOf('topics/data-protection');
  expect(academy.file('content/topics/data-protection.fr.yaml', branch)).toContain('Ce qu’Anne a écrit.');
});

test('a draft of something that has changed meanwhile is not published', async () => {
  const desk = await enter('Anne Muller');
  await desk.open('topics', 'cybersecurity');
  await desk.write('summary', 'Le brouillon.');
  await desk.save();
  const place = 'content/topics/cybersecurity.fr.yaml';
  const changed = academy.file(place)?.replace(/^summary: .*$/m, 'summary: Publié par ailleurs.') ?? '';
  writeFileSync(join(academy.root, place), changed);
  academy.git('commit', '-qam', 'Publish something else');
  await desk.setStatus('Prêt');
  await desk.page.getByRole('button', { name: /^Publier/ }).click();
  await desk.page.getByRole('menuitem', { name: 'Publier maintenant' }).click();
  expect(await desk.notice('Non publié')).toContain('Dev Eloper');
  expect(academy.file(place)).toBe(changed);
});

test('the preview of a draft with a mistake says what is to be mended, in the editor’s language', async () => {
  const desk = await enter('Anne Muller');
  await desk.open('topics');
  await desk.write('title', 'Un thème nouveau');
  await desk.write('summary', 'Un résumé.');
  await desk.save();
  await desk.open('news');
  await desk.write('title', 'Annonce d’un thème');
  await desk.write('date', '2026-11-20');
  await desk.write('summary', 'Un résumé.');
  await desk.choose('topics', 'Un thème nouveau');
  await desk.save();
  await desk.open('news', 'annonce-d-un-theme');
  const [preview] = await Promise.all([
    desk.page.context().waitForEvent('page'),
    desk.page.getByRole('link', { name: /^Voir l.aperçu/ }).click(),
  ]);
  const told = async () =>
    [
      await preview.getByRole('heading', { level: 1 }).textContent(),
      ...(await preview.getByRole('listitem').allTextContents()),
    ].map((line) => line?.replace(/\s/g, ' '));
  await preview.getByRole('listitem').first().waitFor();
  expect(await told()).toEqual([
    'L’aperçu ne peut pas être construit. À corriger d’abord :',
    'Français – Thèmes 1 : « un-theme-nouveau » n’est pas publié dans « Thèmes » : publiez-le d’abord, ou choisissez un autre titre de la liste.',
  ]);
  await preview.goto(preview.url().replace('/fr/', '/de/'));
  expect((await told())[0]).toBe('Die Vorschau lässt sich nicht erstellen. Bitte zuerst berichtigen:');
  await preview.close();
});

test.each([
  ['de-LU', 'Inhalt'],
  ['lb-LU', 'Inhalter'],
  ['en-GB', 'Contents'],
])(
  'in a browser of %s the editor speaks that language, and another one when it is chosen',
  async (language, word) => {
    const page = await academy.logIn('Anne Muller', language);
    await page.locator('header').getByText(word, { exact: true }).waitFor();
    await page.locator('.editor-bar select').selectOption('fr');
    await page.locator('header').getByText('Contenus').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  },
);
