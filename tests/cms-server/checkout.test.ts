import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEditing } from '../../src/cms-server/editing.ts';
import { isRecent } from '../../src/cms-server/repository.ts';
import { readSite } from '../../src/site.ts';
import { anAcademy, aRepository, aSave, topic } from './academy.ts';

const simple = { collectionName: 'topics', commitMessage: 'Update', useWorkflow: false };

test('a developer’s changed, staged and new files are neither committed nor touched', async () => {
  const academy = await anAcademy({ 'content/topics/other.fr.yaml': topic('Autre') });
  academy.write('src/code.ts', 'changed\n');
  academy.write('content/topics/other.fr.yaml', topic('Changé'));
  academy.write('src/staged.ts', 'staged\n');
  academy.git('add', 'src/staged.ts');
  academy.write('notes.txt', 'new\n');
  const before = academy.git('status', '--porcelain', '--', 'src', 'content', 'notes.txt');
  const anna = academy.tab('Anna');
  await anna('persistEntry', aSave('neu', topic('Neu')));
  await anna('publishUnpublishedEntry', { collection: 'topics', slug: 'neu' });
  expect(academy.git('status', '--porcelain', '--', 'src', 'content', 'notes.txt')).toBe(before);
  expect(academy.git('diff', '--name-only', 'HEAD~1', 'HEAD')).toBe('content/topics/neu.fr.yaml\n');
  expect(academy.read('content/topics/neu.fr.yaml')).toBe(topic('Neu'));
});

test('an entry that a developer has changed and not committed is not published over', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna', 'lb');
  await anna('getEntry', { path: 'content/topics/donnees.fr.yaml' });
  await anna('persistEntry', aSave('donnees', topic('Anna')));
  academy.write('content/topics/donnees.fr.yaml', topic('Vun Hand'));
  await expect(
    anna('publishUnpublishedEntry', { collection: 'topics', slug: 'donnees' }),
  ).rejects.toMatchObject({ status: 409, code: 'dirty', message: expect.stringContaining('vun Hand') });
  expect(academy.read('content/topics/donnees.fr.yaml')).toBe(topic('Vun Hand'));
  academy.git('checkout', '-q', 'content');
  await anna('publishUnpublishedEntry', { collection: 'topics', slug: 'donnees' });
  expect(academy.read('content/topics/donnees.fr.yaml')).toBe(topic('Anna'));
});

test('while another branch is checked out drafts are saved and nothing is published', async () => {
  const academy = await anAcademy();
  academy.git('switch', '-q', '-c', 'elsewhere');
  const anna = academy.tab('Anna');
  await anna('persistEntry', aSave('neu', topic('Neu')));
  await expect(anna('publishUnpublishedEntry', { collection: 'topics', slug: 'neu' })).rejects.toMatchObject({
    status: 409,
    code: 'other-branch',
  });
  academy.git('switch', '-q', 'main');
  await anna('publishUnpublishedEntry', { collection: 'topics', slug: 'neu' });
});

test('a repository whose index a developer’s git holds is published to, and its checkout follows later', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna');
  const lock = join(academy.root, '.git/index.lock');
  writeFileSync(lock, '');
  await anna('persistEntry', { ...aSave('eins', topic('Eins')), options: simple });
  expect(academy.published('content/topics/eins.fr.yaml')).toBe(topic('Eins'));
  rmSync(lock);
  await anna('persistEntry', { ...aSave('zwei', topic('Zwei')), options: simple });
  expect(academy.git('status', '--porcelain', '--', 'content')).toBe('');
});

test('files are checked out with the line ends the repository asks for', async () => {
  const academy = await anAcademy({ '.gitattributes': '*.yaml text eol=crlf\n' });
  const anna = academy.tab('Anna');
  await anna('persistEntry', { ...aSave('neu', topic('Neu')), options: simple });
  expect(academy.read('content/topics/neu.fr.yaml')).toBe(topic('Neu').replaceAll('\n', '\r\n'));
  expect(academy.git('status', '--porcelain', '--', 'content')).toBe('');
});

test('a lock that a killed git left on a draft does not keep anybody from saving', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna');
  await anna('persistEntry', aSave('neu', topic('Neu')));
  writeFileSync(join(academy.root, '.git/refs/heads/cms/topics/neu.lock'), '');
  await anna('persistEntry', aSave('neu', topic('Neuer')));
  expect(academy.git('show', 'cms/topics/neu:content/topics/neu.fr.yaml')).toBe(topic('Neuer'));
});

test('the hooks of the repository do not run', async () => {
  const academy = await anAcademy();
  writeFileSync(join(academy.root, '.git/hooks/reference-transaction'), '#!/bin/sh\nexit 1\n', {
    mode: 0o755,
  });
  await academy.tab('Anna')('persistEntry', aSave('neu', topic('Neu')));
});

test('what a power cut has left of a publication does not keep the server from starting', async () => {
  const root = mkdtempSync(join(tmpdir(), 'academy-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  aRepository(root, {});
  const workshop = join(root, '.git/academy-editor');
  mkdirSync(workshop);
  const left = ['', '{"moves":[{"ref":"refs/hea'].map((text, index) => {
    const file = join(workshop, `intent-999999-${index}.json`);
    writeFileSync(file, text);
    return file;
  });
  const site = readSite({ CONTENT_DIR: join(root, 'content') });
  const editing = await openEditing(site, join(root, 'public'), join(root, '.build/editing'));
  await editing.close();
  expect(editing.off).toBeUndefined();
  expect(left.filter(existsSync)).toEqual([]);
});

test.each([
  ['git version 2.36.0', true],
  ['git version 2.39.5 (Apple Git-154)', true],
  ['git version 3.0.0', true],
  ['git version 2.35.9', false],
  ['git version 1.99', false],
])('%s is recent enough: %s', (version, expected) => {
  expect(isRecent(version)).toBe(expected);
});
