import { expect, test } from 'vitest';
import { anAcademy, aSave, topic } from './academy.ts';

const news = (body: string, title = 'Une actualité') =>
  `---\ntitle: ${title}\ndate: '2026-11-20'\nsummary: Un résumé.\n---\n\n${body}\n`;

/** What Decap sends to save a news item, with the bodies of its languages. */
const aNewsSave = (bodies: Readonly<Record<string, string>>) => ({
  ...aSave('essai', '', {}, 'news'),
  dataFiles: Object.entries(bodies).map(([locale, raw]) => ({
    slug: 'essai',
    path: `content/news/essai.${locale}.mdx`,
    raw,
  })),
});

/** The sentences with which a save is refused. */
const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: Error & { status?: number }) => reason,
  );
  expect(error?.status).toBe(422);
  return error?.message
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\n')
    .slice(1);
};

test('what the build would refuse in a body is refused when it is saved, in words of the form and with the line', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna', 'fr');
  const body = [
    '## Un titre',
    '#### Trop profond',
    'Voici <Nope /> et [un lien](javascript:alert(1)).',
    '![Une image](/media/absente.png)',
    '<Embed />',
  ].join('\n\n');
  const refusals = await refusalOf(anna('persistEntry', aNewsSave({ fr: news(body) })));
  const place = 'Français – Texte, « ';
  expect(refusals).toEqual([
    `${place}#### Trop profond » : Écrivez ce titre au niveau 3 au lieu de 4 : un niveau manque avant lui.`,
    expect.stringContaining('Remplacez Nope par un bloc qui existe : Encadré, Texte à déplier,'),
    expect.stringContaining(' : Remplacez l’adresse « javascript:alert(1) » : elle commence par https://,'),
    'Français – Renvoi à une formation, une session ou un module : Remplissez exactement un de ces champs : Formation, Session, Module.',
    `${place}![Une image](/media/absente.png) » : Le fichier /media/absente.png n’existe pas : téléversez-le, ou choisissez-en un autre.`,
  ]);
  expect(await anna('unpublishedEntries')).toEqual([]);
});

test('a mistake in a translation is refused with its language, and the whole entry is taken when it is mended', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna', 'de');
  const german = '---\ntitle: Neues\nsummary: Kurz.\n---\n\n';
  const bodies = { fr: news('Texte.'), de: `${german}# Eins\n\n### Drei\n` };
  expect(await refusalOf(anna('persistEntry', aNewsSave(bodies)))).toEqual([
    'Deutsch – Text, „### Drei“: Schreiben Sie diese Überschrift auf Ebene 2 statt 3: Davor fehlt eine Ebene.',
  ]);
  await anna('persistEntry', aNewsSave({ ...bodies, de: `${german}# Eins\n\n## Zwei\n` }));
});

test('names of options and fields are those of the form', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna', 'fr');
  const body = '<Callout kind="rouge">\n\nTexte.\n\n</Callout>\n\n<Embed />';
  expect(await refusalOf(anna('persistEntry', aNewsSave({ fr: news(body) })))).toEqual([
    'Français – Encadré › Sorte : Choisissez une seule de ces valeurs : À noter, Conseil, Attention, Exemple.',
    'Français – Renvoi à une formation, une session ou un module : Remplissez exactement un de ces champs : Formation, Session, Module.',
  ]);
});

test('a course that was duplicated asks for a code of its own when it is saved', async () => {
  const course = (code: string, title: string) =>
    [
      `---\ntitle: ${title}\ncode: ${code}\nsummary: Deux phrases.\ntopics: [donnees]\nlevel: all`,
      'modality: in-person\nhours: { inClass: 6 }\nlanguages: [fr]\naudiences: [state-agents]',
      'objectives: [Savoir]\n---\n',
    ].join('\n');
  const academy = await anAcademy({ 'content/courses/git.fr.mdx': course('GIT-1', 'Git') });
  const anna = academy.tab('Anna', 'fr');
  const save = (code: string) => ({
    ...aSave('copie', '', {}, 'courses'),
    dataFiles: [{ slug: 'copie', path: 'content/courses/copie.fr.mdx', raw: course(code, 'Git, copie') }],
  });
  expect(await refusalOf(anna('persistEntry', save('git-1')))).toEqual([
    'Français – Code : Donnez un autre code : git-1 est déjà celui de « Git ».',
  ]);
  await anna('persistEntry', save('GIT-2'));
});

test('a draft that refers to what is not published is saved, and is not ready', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna', 'fr');
  const entry = { collection: 'news', slug: 'essai' };
  await anna('persistEntry', aNewsSave({ fr: news('Voir [la page](/courses/rien/).') }));
  await anna('updateUnpublishedEntryStatus', { ...entry, newStatus: 'pending_review' });
  const ready = anna('updateUnpublishedEntryStatus', { ...entry, newStatus: 'pending_publish' });
  expect(await refusalOf(ready)).toEqual([
    'Français – Texte : Corrigez ce lien : la page /courses/rien/ n’existe pas.',
  ]);
  expect(await anna('unpublishedEntry', entry)).toMatchObject({ status: 'pending_review' });
});

test('a mistake of no entry is told too', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna', 'fr');
  const paths = ['content/topics/donnees.fr.yaml'];
  await anna('getEntry', { path: paths[0] });
  expect(await refusalOf(anna('deleteFiles', { paths, options: {} }))).toEqual([
    expect.stringMatching(/^Indiquez un dossier de contenu/),
  ]);
});

test('what a deletion would break is told with the titles of entries', async () => {
  const files = { 'content/topics/enfant.fr.yaml': `${topic('L’enfant')}parent: donnees\n` };
  const academy = await anAcademy(files);
  const anna = academy.tab('Anna', 'fr');
  await anna('getEntry', { path: 'content/topics/donnees.fr.yaml' });
  const paths = ['content/topics/donnees.fr.yaml'];
  expect(await refusalOf(anna('deleteFiles', { paths, options: {} }))).toEqual([
    'Thème « L’enfant » – Français – Thème principal : « donnees » n’est pas publié dans « Thèmes » : publiez-le d’abord, ou choisissez un autre titre de la liste.',
  ]);
});
