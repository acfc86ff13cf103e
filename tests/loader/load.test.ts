import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { sentence } from '../../src/loader/check.ts';
import { type LoadedContent, loadContent, type Recall } from '../../src/loader/load.ts';
import type { Mistake } from '../../src/schema/mistakes.ts';
import { contentFolder, courseFile, withTopics } from './folder.ts';

type Files = Readonly<Record<string, string>>;

function load(files: Files, recall?: Recall): Promise<LoadedContent> {
  return loadContent(withTopics(contentFolder(files)), 'public', recall);
}

async function mistakesIn(files: Files): Promise<string[]> {
  const { mistakes } = await load(files);
  return mistakes.map((mistake) => `${mistake.file} ${sentence(mistake, 'en')}`);
}

const german = '---\ntitle: Ein Kurs\nsummary: Man lernt.\nobjectives: [Können]\n---\n\nAblauf.\n';

test('content that is right has no mistakes', async () => {
  expect(await mistakesIn({ 'courses/un.fr.mdx': courseFile(), 'courses/un.de.mdx': german })).toEqual([]);
});

test('a course can be written in German alone; the French file then holds the facts', async () => {
  const facts = courseFile(['title:', 'summary:', 'objectives:'], '');
  const { entries, mistakes } = await load({ 'courses/un.fr.mdx': facts, 'courses/un.de.mdx': german });
  expect(mistakes).toEqual([]);
  const course = entries.find(({ slug }) => slug === 'un');
  expect(Object.keys(course?.texts ?? {})).toEqual(['de']);
  expect(course?.facts).toMatchObject({ code: 'CODE-1' });
});

test('a text that waits for its title is told of, with the line of the title; an empty file is not', async () => {
  const { mistakes, notices } = await load({
    'courses/un.fr.mdx': courseFile(),
    'courses/un.de.mdx': german.replace('title: Ein Kurs', "title: ''"),
    'courses/un.en.mdx': '---\nsummary:\ntitle:\n---\n\nThe programme.\n',
    'courses/un.lb.mdx': '---\ntitle:\nsummary: ""\nobjectives: []\n---\n\n',
    'courses/deux.fr.mdx': courseFile(['title:', 'code: CODE-2']),
  });
  const said = (mistake: Mistake) => `${mistake.file} ${sentence(mistake, 'en')}`;
  expect(notices.map(said)).toEqual([
    expect.stringMatching(/^courses\/un\.de\.mdx title \(line 2\): .*not shown/),
    expect.stringMatching(/^courses\/un\.en\.mdx title \(line 3\): .*not shown/),
  ]);
  expect(mistakes.map(said), 'written in no language it is a mistake').toEqual([
    expect.stringMatching(/^courses\/deux\.fr\.mdx title/),
  ]);
});

test.each(['---\ntitle: Ein Kurs\nsummary: Man lernt.\n\nAblauf.\n', '---\ntitle: [x\n', '---'])(
  'fields that no line closes are told as that, whatever they say: %j',
  async (text) => {
    const mistakes = await mistakesIn({ 'courses/un.fr.mdx': courseFile(), 'courses/un.de.mdx': text });
    expect(mistakes).toEqual([expect.stringMatching(/^courses\/un\.de\.mdx line 1: Add a line “---”/)]);
  },
);

test('a fact in a translation is refused with the file where it belongs', async () => {
  const translation = german.replace('title:', 'level: expert\ntitle:');
  const [mistake = '', ...more] = await mistakesIn({
    'courses/un.fr.mdx': courseFile(),
    'courses/un.de.mdx': translation,
  });
  expect(more).toEqual([]);
  expect(mistake).toMatch(/courses\/un\.de\.mdx level \(line 2\): .*courses\/un\.fr\.mdx/);
});

test('a translation without its French file is told which file to add', async () => {
  const found = await mistakesIn({ 'courses/un.de.mdx': german });
  expect(found.join('\n')).toContain('courses/un.fr.mdx');
});

test.each(['Un Cours.fr.mdx', 'cours.mdx', 'cours.es.mdx', 'cours.fr.md', 'été.fr.mdx'])(
  'a file called “%s” is told how files are named',
  async (name) => {
    const [mistake, ...more] = await mistakesIn({ [`courses/${name}`]: courseFile() });
    expect(more).toEqual([]);
    expect(mistake).toContain('mdx');
  },
);

test('a folder that is no collection is told which ones there are', async () => {
  expect((await mistakesIn({ 'cours/un.fr.mdx': courseFile() })).join('\n')).toContain('courses, sessions');
});

test('a folder without content is named', async () => {
  const { mistakes } = await loadContent('/nowhere/at/all', 'public');
  expect(mistakes.map(({ key }) => key)).toContain('mistakes.noContent');
});

test('a site without a page that all pages lead to is told which file to add', async () => {
  const folder = contentFolder({});
  rmSync(join(folder, 'pages/help.fr.mdx'));
  const { mistakes } = await loadContent(folder, 'public');
  expect(mistakes.map((mistake) => sentence(mistake, 'en'))).toEqual([
    expect.stringContaining('Add pages/help.fr.mdx'),
  ]);
});

test('a name that is nearly right is offered', async () => {
  const session =
    'course: formation-numerik\nmeetings: [{ date: 2027-03-15, start: "09:00", end: "12:00" }]\nform: online\nlanguage: fr\navailability: open\n';
  const found = await mistakesIn({
    'courses/formation-numerique.fr.mdx': courseFile(),
    'sessions/une.fr.yaml': session,
  });
  expect(found).toEqual([
    expect.stringMatching(/sessions\/une\.fr\.yaml course \(line 1\): .*formation-numerique/),
  ]);
});

test('an entry with a mistake of its own is not said to be missing', async () => {
  const files = {
    'courses/un.fr.mdx': courseFile(['level: easy']),
    'courses/deux.fr.mdx': courseFile(['code: CODE-2', 'requiredCourses: [un]']),
  };
  expect(await mistakesIn(files)).toEqual([expect.stringContaining('courses/un.fr.mdx level')]);
});

test('a former address that hides a living page is refused', async () => {
  const found = await mistakesIn({ 'courses/un.fr.mdx': courseFile(['formerAddresses: [/fr/modules/]']) });
  expect(found).toEqual([expect.stringContaining('formerAddresses.1')]);
});

test('a former address leads to one page only', async () => {
  const found = await mistakesIn({
    'courses/un.fr.mdx': courseFile(['formerAddresses: [/fr/ancien/]']),
    'courses/deux.fr.mdx': courseFile(['code: CODE-2', 'formerAddresses: [/fr/ancien]']),
  });
  expect(found).toHaveLength(1);
});

test('a link to a page that does not exist is named with its line', async () => {
  const found = await mistakesIn({ 'courses/un.fr.mdx': courseFile([], 'Un [lien](/courses/jamais/).') });
  expect(found).toEqual([expect.stringMatching(/un\.fr\.mdx body \(line 14.*\/courses\/jamais\//)]);
});

test('a picture that is not in the media folder is named', async () => {
  const found = await mistakesIn({
    'courses/un.fr.mdx': courseFile(['image: /media/rien.png', 'imageAlt: Rien']),
  });
  expect(found).toEqual([expect.stringContaining('/media/rien.png')]);
});

test('a sub-topic has no sub-topics', async () => {
  const topic = 'title: Trop profond\nsummary: Sous un sous-thème.\nparent: privacy\n';
  expect(await mistakesIn({ 'topics/trop-profond.fr.yaml': topic })).toEqual([
    expect.stringContaining('parent (line 3)'),
  ]);
});

test('a file saved on Windows, with a byte order mark, is read like any other', async () => {
  const { entries, mistakes } = await load({
    'courses/un.fr.mdx': `\uFEFF${courseFile().replaceAll('\n', '\r\n')}`,
  });
  expect(mistakes).toEqual([]);
  expect(entries.find(({ slug }) => slug === 'un')?.texts.fr).toMatchObject({ title: 'Une formation' });
});

test('an entry whose files did not change is not read again, one that changed is', async () => {
  const folder = withTopics(contentFolder({ 'courses/un.fr.mdx': courseFile() }));
  const first = await loadContent(folder, 'public');
  const kept = new Map(first.entries.map((entry) => [entry.digest, entry]));
  const recall = vi.fn<Recall>((_collection, _slug, digest) => kept.get(digest));
  const second = await loadContent(folder, 'public', recall);
  expect(second.entries.every((entry) => kept.get(entry.digest) === entry)).toBe(true);
  expect(recall).toHaveBeenCalledTimes(first.entries.length);
  const changed = await load({ 'courses/un.fr.mdx': courseFile(['level: expert']) }, recall);
  expect(changed.entries.find(({ slug }) => slug === 'un')?.facts).toMatchObject({ level: 'expert' });
});
