import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Chance } from '../../src/commands/make-content/chance.ts';

/** A change that an editor could make to the content in `folder`; what was done, in words. */
export type Edit = (folder: string, chance: Chance) => string;

/** One of each kind: add, change, rename, delete, translate, take a translation back, change a topic, move a date. */
export const edits: Readonly<Record<string, Edit>> = {
  'change a title': (folder, chance) =>
    rewrite(chance.oneOf(titled(folder)), (text) => text.replace(/^title: *["']?/m, '$&Nouveau '), 'title'),
  'change a text': (folder, chance) =>
    rewrite(
      chance.oneOf(filesIn(folder, 'courses', '.mdx')),
      (text) => `${text}\nEt encore un mot.\n`,
      'text',
    ),
  'change a module': (folder, chance) =>
    rewrite(
      chance.oneOf(filesIn(folder, 'modules', '.mdx')),
      (text) => `${text}\nEt encore un mot.\n`,
      'text',
    ),
  'change a word of the glossary': (folder, chance) =>
    rewrite(
      chance.oneOf(filesIn(folder, 'glossary', '.')),
      (text) => text.replace(/^term: *["']?/m, '$&Nouveau '),
      'term',
    ),
  'change what someone does': (folder, chance) =>
    rewrite(
      chance.oneOf(filesIn(folder, 'people', '.')),
      (text) => text.replace(/^role: *["']?/m, '$&Nouvelle '),
      'role',
    ),
  'change the name of someone': (folder, chance) =>
    rewrite(
      chance.oneOf(filesIn(folder, 'people', '.fr.')),
      (text) => text.replace(/^name: .*/m, '$& Nouveau'),
      'name',
    ),
  'add a synonym': (folder, chance) =>
    rewrite(
      chance.oneOf(filesIn(folder, 'synonyms', '.')),
      (text) => text.replace(/^terms:\n/m, '$&  - encore un synonyme\n'),
      'terms',
    ),
  'add a course': (folder, chance) => {
    const from = slugOf(chance.oneOf(filesIn(folder, 'courses', '.fr.')));
    for (const file of versions(folder, 'courses', from)) {
      const copy = file.replace(from, `${from}-bis`);
      cpSync(file, copy);
      rewrite(
        copy,
        (text) => text.replace(/^code: *["']?/m, '$&BIS-').replace(/^formerAddresses:.*\n(?: +-.*\n)*/m, ''),
        '',
      );
    }
    return `${from}-bis`;
  },
  'change the topics of a course': (folder, chance) => {
    const topics = filesIn(folder, 'topics', '.fr.').map(slugOf);
    const line = `topics: [${chance.oneOf(topics)}]`;
    const withTopics = filesIn(folder, 'courses', '.fr.').filter((file) => /^topics: \[/m.test(read(file)));
    return rewrite(chance.oneOf(withTopics), (text) => text.replace(/^topics: \[.*\]$/m, line), line);
  },
  'rename a topic for its readers': (folder, chance) =>
    rewrite(
      chance.oneOf(filesIn(folder, 'topics', '.')),
      (text) => text.replace(/^title: *["']?/m, '$&Vraiment '),
      'topic',
    ),
  'move a session': (folder, chance) =>
    rewrite(
      chance.oneOf(filesIn(folder, 'sessions', '.fr.')),
      (text) => text.replace(/20\d\d(?=-\d\d-\d\d)/g, (year) => String(Number(year) + 1)),
      'a year later',
    ),
  'add a piece of news': (folder, chance) => {
    const from = slugOf(chance.oneOf(filesIn(folder, 'news', '.fr.')));
    for (const file of versions(folder, 'news', from)) cpSync(file, file.replace(from, `${from}-bis`));
    return `${from}-bis`;
  },
  'rename a piece of news': (folder, chance) => {
    const texts = ['news', 'pages', 'courses', 'modules']
      .flatMap((name) => filesIn(folder, name, '.'))
      .map(read);
    const slugs = filesIn(folder, 'news', '.fr.').map(slugOf);
    const from = chance.oneOf(slugs.filter((slug) => !texts.some((text) => text.includes(`/news/${slug}/`))));
    for (const file of versions(folder, 'news', from)) renameSync(file, file.replace(from, `${from}-ter`));
    return `${from}-ter`;
  },
  'delete a session': (folder, chance) => {
    const slug = slugOf(chance.oneOf(filesIn(folder, 'sessions', '.fr.')));
    for (const file of versions(folder, 'sessions', slug)) rmSync(file);
    return slug;
  },
  'take a translation back': (folder, chance) => {
    const file = chance.oneOf(filesIn(folder, 'courses', '.lb.'));
    rmSync(file);
    return basename(file);
  },
  'show a picture': (folder, chance) =>
    rewrite(
      chance.oneOf(filesIn(folder, 'news', '.mdx')),
      (text) => `${text}\n![Une page](/media/modules/titre-pas-gras.fr.png)\n`,
      'a picture',
    ),
  'take a picture away': (folder, chance) => {
    const isShown = (text: string) => /^!\[.*$/m.test(text);
    const shown = filesIn(folder, 'news', '.mdx').filter((file) => isShown(read(file)));
    return shown.length === 0
      ? 'there is none'
      : rewrite(chance.oneOf(shown), (text) => text.replace(/^!\[.*$/m, 'Sans image.'), 'no picture');
  },
  'translate a course': (folder, chance) => {
    const inEnglish = filesIn(folder, 'courses', '.en.');
    const known = new Set(filesIn(folder, 'courses', '.lb.').map(slugOf));
    const file = chance.oneOf(inEnglish.filter((one) => !known.has(slugOf(one))));
    cpSync(file, file.replace('.en.', '.lb.'));
    return basename(file);
  },
};

function filesIn(folder: string, collection: string, part: string): string[] {
  return readdirSync(join(folder, collection))
    .filter((name) => name.includes(part))
    .sort()
    .map((name) => join(folder, collection, name));
}

function versions(folder: string, collection: string, slug: string): string[] {
  return filesIn(folder, collection, `${slug}.`).filter((file) => slugOf(file) === slug);
}

function titled(folder: string): string[] {
  const collections = ['courses', 'modules', 'paths', 'news', 'pages', 'venues'];
  return collections
    .flatMap((name) => filesIn(folder, name, '.'))
    .filter((file) => /^title:/m.test(read(file)));
}

function rewrite(file: string, change: (text: string) => string, what: string): string {
  writeFileSync(file, change(read(file)));
  return `${what} in ${basename(file)}`;
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function slugOf(file: string): string {
  return basename(file).split('.')[0] ?? '';
}
