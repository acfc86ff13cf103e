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
  await desk.addItem('questions');
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
