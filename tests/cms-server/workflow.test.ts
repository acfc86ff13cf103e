import { expect, test } from 'vitest';
import { anAcademy, aSave, topic } from './academy.ts';

test('a saved entry is a draft on a branch of its own, under the editor’s name, and nothing is published', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna Müller');
  await anna('persistEntry', aSave('securite', topic('Sécurité')));
  expect(academy.git('show', 'cms/topics/securite:content/topics/securite.fr.yaml')).toBe(topic('Sécurité'));
  expect(academy.git('log', '-1', '--format=%an|%s', 'cms/topics/securite')).toBe(
    'Anna Müller|Update topics “securite”\n',
  );
  expect(academy.published('content/topics/securite.fr.yaml')).toBeUndefined();
  expect(await anna('unpublishedEntries')).toEqual(['topics/securite']);
  expect(await anna('unpublishedEntry', { collection: 'topics', slug: 'securite' })).toMatchObject({
    id: 'topics/securite',
    status: 'draft',
    diffs: [{ path: 'content/topics/securite.fr.yaml', newFile: true }],
  });
});

test('a draft goes from draft to review to ready, and is then published into the checked-out files', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna');
  const entry = { collection: 'topics', slug: 'donnees' };
  await anna('getEntry', { path: 'content/topics/donnees.fr.yaml' });
  await anna('persistEntry', aSave('donnees', topic('Données ouvertes')));
  for (const newStatus of ['pending_review', 'pending_publish']) {
    await anna('updateUnpublishedEntryStatus', { ...entry, newStatus });
    expect(await anna('unpublishedEntry', entry)).toMatchObject({ status: newStatus });
  }
  await academy.tab('Ben')('publishUnpublishedEntry', entry);
  expect(academy.published('content/topics/donnees.fr.yaml')).toBe(topic('Données ouvertes'));
  expect(academy.read('content/topics/donnees.fr.yaml')).toBe(topic('Données ouvertes'));
  expect(academy.git('status', '--porcelain', '--', 'content', 'src')).toBe('');
  expect(academy.git('log', '-1', '--format=%an|%s', 'main')).toBe('Ben|Publish topics/donnees\n');
  expect(academy.git('log', '--format=%an', 'main')).toContain('Anna');
  expect(await anna('unpublishedEntries')).toEqual([]);
  await expect(anna('unpublishedEntry', entry)).rejects.toMatchObject({ status: 404 });
});

test('a save from a tab that has read an older version is refused, and says who was faster', async () => {
  const academy = await anAcademy();
  const [anna, ben] = [academy.tab('Anna'), academy.tab('Ben', 'de')];
  for (const tab of [anna, ben]) await tab('getEntry', { path: 'content/topics/donnees.fr.yaml' });
  await anna('persistEntry', aSave('donnees', topic('De Anna')));
  await expect(ben('persistEntry', aSave('donnees', topic('De Ben')))).rejects.toMatchObject({
    status: 409,
    message: expect.stringMatching(/^Anna hat diesen Eintrag inzwischen geändert/),
  });
  await ben('unpublishedEntryDataFile', {
    collection: 'topics',
    slug: 'donnees',
    path: 'content/topics/donnees.fr.yaml',
  });
  await ben('persistEntry', aSave('donnees', topic('De Ben')));
  expect(academy.git('show', 'cms/topics/donnees:content/topics/donnees.fr.yaml')).toBe(topic('De Ben'));
});

test('a list that is read in the background does not make an old tab look up to date', async () => {
  const academy = await anAcademy();
  const [anna, ben] = [academy.tab('Anna'), academy.tab('Ben')];
  for (const tab of [anna, ben]) await tab('getEntry', { path: 'content/topics/donnees.fr.yaml' });
  await anna('persistEntry', {
    ...aSave('donnees', topic('De Anna')),
    options: { collectionName: 'topics', useWorkflow: false },
  });
  await ben('entriesByFolder', { folder: 'content/topics', extension: 'yaml', depth: 1 });
  await expect(ben('persistEntry', aSave('donnees', topic('De Ben')))).rejects.toMatchObject({ status: 409 });
});

test('a new entry never takes the place of one that exists', async () => {
  const academy = await anAcademy();
  await expect(academy.tab('Anna')('persistEntry', aSave('donnees', topic('Autre')))).rejects.toMatchObject({
    status: 409,
  });
});

test('the same text sent again after a lost answer is accepted and makes no second commit', async () => {
  const academy = await anAcademy();
  await academy.tab('Anna')('persistEntry', aSave('securite', topic('Sécurité')));
  const tip = academy.git('rev-parse', 'cms/topics/securite');
  await academy.tab('Anna')('persistEntry', aSave('securite', topic('Sécurité')));
  expect(academy.git('rev-parse', 'cms/topics/securite')).toBe(tip);
});

test('a draft is not published over what somebody published since it was begun, and stays', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna', 'fr');
  await anna('getEntry', { path: 'content/topics/donnees.fr.yaml' });
  await anna('persistEntry', aSave('donnees', topic('De Anna')));
  academy.write('content/topics/donnees.fr.yaml', topic('Du développeur'));
  academy.git('commit', '-qam', 'Change by hand');
  await expect(
    anna('publishUnpublishedEntry', { collection: 'topics', slug: 'donnees' }),
  ).rejects.toMatchObject({
    status: 409,
    message: expect.stringContaining('Dev Eloper a modifié la version publiée'),
  });
  expect(academy.published('content/topics/donnees.fr.yaml')).toBe(topic('Du développeur'));
  expect(await anna('unpublishedEntries')).toEqual(['topics/donnees']);
});

test('nobody publishes or deletes a draft that has changed since they read it', async () => {
  const academy = await anAcademy();
  const [anna, ben] = [academy.tab('Anna'), academy.tab('Ben')];
  const entry = { collection: 'topics', slug: 'securite' };
  await anna('persistEntry', aSave('securite', topic('Sécurité')));
  await ben('unpublishedEntryDataFile', { ...entry, path: 'content/topics/securite.fr.yaml' });
  await anna('persistEntry', aSave('securite', topic('Sécurité des données')));
  await expect(ben('publishUnpublishedEntry', entry)).rejects.toMatchObject({ status: 409 });
  await expect(ben('deleteUnpublishedEntry', entry)).rejects.toMatchObject({ status: 409 });
});

test('a deleted draft is gone from the editor and stays in git', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna');
  await anna('persistEntry', aSave('securite', topic('Sécurité')));
  await anna('deleteUnpublishedEntry', { collection: 'topics', slug: 'securite' });
  expect(await anna('unpublishedEntries')).toEqual([]);
  const [kept = ''] = academy.git('for-each-ref', '--format=%(refname)', 'refs/cms-discarded').split('\n');
  expect(academy.git('show', `${kept}:content/topics/securite.fr.yaml`)).toBe(topic('Sécurité'));
});

test('an entry is deleted in all its languages, from what is published and from the checked-out files', async () => {
  const files = { 'content/topics/a.fr.yaml': topic('A'), 'content/topics/a.de.yaml': 'title: A\n' };
  const academy = await anAcademy(files);
  const anna = academy.tab('Anna');
  const paths = ['fr', 'de', 'lb', 'en'].map((locale) => `content/topics/a.${locale}.yaml`);
  await expect(anna('deleteFiles', { paths, options: {} })).rejects.toMatchObject({ status: 409 });
  for (const path of paths) await anna('getEntry', { path }).catch(() => undefined);
  await anna('deleteFiles', { paths, options: { commitMessage: 'Delete a' } });
  expect(academy.git('ls-tree', '-r', '--name-only', 'main', 'content')).toBe(
    'content/topics/donnees.fr.yaml\n',
  );
  expect(academy.git('status', '--porcelain', '--', 'content')).toBe('');
  await anna('persistEntry', aSave('a', topic('A')));
});

test('a language without a text makes no file, and an emptied one loses its file', async () => {
  const academy = await anAcademy({ 'content/topics/donnees.de.yaml': 'title: Daten\n' });
  const anna = academy.tab('Anna');
  const de = 'content/topics/donnees.de.yaml';
  for (const path of ['content/topics/donnees.fr.yaml', de]) await anna('getEntry', { path });
  const blank = (path: string) => ({
    slug: 'donnees',
    path,
    raw: 'title: null\nsummary: ""\nkeywords: []\n',
  });
  const dataFiles = [
    ...aSave('donnees', topic('D')).dataFiles,
    blank(de),
    blank('content/topics/donnees.lb.yaml'),
  ];
  await anna('persistEntry', aSave('donnees', '', { dataFiles }));
  expect(academy.git('ls-tree', '--name-only', 'cms/topics/donnees:content/topics')).toBe(
    'donnees.fr.yaml\n',
  );
});

test('an entry that moves to another name leaves no file under the old one', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna');
  const path = 'content/topics/donnees.fr.yaml';
  await anna('getEntry', { path });
  const dataFiles = [{ slug: 'donnees', path, newPath: 'content/topics/data.fr.yaml', raw: topic('Data') }];
  await anna('persistEntry', aSave('donnees', '', { dataFiles }));
  await anna('publishUnpublishedEntry', { collection: 'topics', slug: 'donnees' });
  expect(academy.git('ls-tree', '--name-only', 'main:content/topics')).toBe('data.fr.yaml\n');
});

test('what would break the build is not published: the mistake is named, in the editor’s language', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna', 'de');
  await anna('persistEntry', aSave('kind', `${topic('Kind')}parent: nirgendwo\n`));
  await expect(anna('publishUnpublishedEntry', { collection: 'topics', slug: 'kind' })).rejects.toMatchObject(
    {
      status: 422,
      message: expect.stringMatching(
        /Übergeordnetes Thema: „nirgendwo“ ist in „Themen“ nicht veröffentlicht/,
      ),
    },
  );
  expect(academy.published('content/topics/kind.fr.yaml')).toBeUndefined();
});

test('the editor hears what the server can do, and where a draft is shown', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna');
  expect(await anna('info')).toMatchObject({ publish_modes: ['simple', 'editorial_workflow'] });
  const entry = { collection: 'topics', slug: 'securite' };
  expect(await anna('getDeployPreview', entry)).toBeNull();
  await anna('persistEntry', aSave('securite', topic('Sécurité')));
  expect(await anna('getDeployPreview', entry)).toEqual({
    url: '/admin/preview/draft/topics/securite/',
    status: 'success',
  });
});

test('files are read by their names, with their labels, and those that are missing are left out', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna');
  const files = [
    { path: 'content/topics/donnees.fr.yaml', label: 'Données' },
    { path: 'content/topics/rien.fr.yaml', label: 'Rien' },
  ];
  expect(await anna('entriesByFiles', { files })).toMatchObject([
    { data: topic('Données'), file: { path: 'content/topics/donnees.fr.yaml', label: 'Données' } },
  ]);
});

test('one file is deleted by its name', async () => {
  const academy = await anAcademy({ 'content/topics/autre.fr.yaml': topic('Autre') });
  const anna = academy.tab('Anna');
  const path = 'content/topics/donnees.fr.yaml';
  await expect(anna('deleteFile', { path, options: {} })).rejects.toMatchObject({ status: 409 });
  await anna('getEntry', { path });
  await anna('deleteFile', { path, options: { commitMessage: 'Delete it' } });
  expect(academy.published(path)).toBeUndefined();
});

test('entries are named by titles: published ones, later ones, drafts as they are written, sessions by their course', async () => {
  const course = 'title: Git\ncode: GIT-1\npublishOn: 2099-01-01\n';
  const academy = await anAcademy({
    'content/courses/git.fr.mdx': `---\n${course}---\n`,
    'content/sessions/git-1.fr.yaml': "course: git\nmeetings:\n  - date: '2026-12-01'\n",
    'content/people/anne.fr.yaml': 'name: Anne\n',
    'content/topics/autres.fr.yaml': topic('Données'),
  });
  await academy.tab('Anna')('persistEntry', aSave('neuf', topic('Un brouillon')));
  const address = `http://127.0.0.1:${academy.port}/admin/api/titles`;
  const answer = await fetch(address, { headers: { cookie: academy.cookie } });
  expect(await answer.json()).toEqual({
    courses: { git: 'Git' },
    sessions: { 'git-1': 'Git · 2026-12-01' },
    people: { anne: 'Anne' },
    topics: { autres: 'Données (autres)', donnees: 'Données (donnees)', neuf: 'Un brouillon' },
  });
  expect((await fetch(address)).status).toBe(403);
});
