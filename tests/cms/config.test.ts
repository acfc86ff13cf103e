import { beforeAll, expect, test, vi } from 'vitest';
import { backendFor, originsOf } from '../../src/cms/backends.ts';
import { editorConfig } from '../../src/cms/config.ts';
import { editorFields } from '../../src/cms/fields.ts';
import { groupHeadings } from '../../src/cms/list-views.ts';
import { editorWords } from '../../src/cms/words.ts';
import { locales } from '../../src/i18n/locales.ts';
import { collectionNames, collections } from '../../src/schema/collections.ts';
import { choice, optional, record, text, translated, wholeNumber } from '../../src/schema/fields.ts';
import { editorMetaPolicy } from '../../src/server/headers.ts';
import { readSite } from '../../src/site.ts';
import { decapCheck } from './decap-check.ts';

const widgets = [
  'boolean',
  'datetime',
  'entry',
  'file',
  'image',
  'lines',
  'list',
  'markdown',
  'number',
  'object',
  'select',
  'string',
  'text',
];

let check: (config: object) => void;

beforeAll(async () => {
  check = await decapCheck(widgets);
}, 120_000);

const configIn = (locale: (typeof locales)[number], environment = {}) =>
  editorConfig({
    locale,
    backend: backendFor(readSite(environment)),
    siteAddress: 'https://academy.example/',
    topics: { cybersecurity: 'Cybersécurité' },
  });

test.each(locales)('Decap accepts the configuration in %s', (locale) => {
  expect(() => check(configIn(locale))).not.toThrow();
});

test('Decap would refuse a collection that lies nowhere', () => {
  // It also says so on the console.
  vi.spyOn(console, 'error').mockReturnValue();
  const config = configIn('fr');
  const [first] = config.collections;
  expect(() => check({ ...config, collections: [{ ...first, folder: 3 }] })).toThrow('folder');
});

test.each([
  [{ CMS_BACKEND: 'gitlab', CMS_REPOSITORY: 'inap/academy', CMS_APPLICATION: 'abc' }, 'pkce'],
  [
    {
      CMS_BACKEND: 'forgejo',
      CMS_HOST: 'https://git.example',
      CMS_REPOSITORY: 'a/b',
      CMS_APPLICATION: 'abc',
    },
    'git.example',
  ],
  [{ CMS_BACKEND: 'github', CMS_REPOSITORY: 'a/b', CMS_LOGIN: 'https://login.example' }, 'login.example'],
])('Decap accepts the hosted backend of %o', (environment, part) => {
  const config = configIn('de', environment);
  expect(() => check(config)).not.toThrow();
  expect(JSON.stringify(config.backend)).toContain(part);
});

test('on a host without drafts the editor publishes what is saved, and elsewhere it shows where a draft can be seen', () => {
  const host = { CMS_HOST: 'https://git.example', CMS_REPOSITORY: 'a/b', CMS_APPLICATION: 'abc' };
  expect(configIn('fr', { ...host, CMS_BACKEND: 'gitea' }).publish_mode).toBe('simple');
  const config = configIn('fr', { ...host, CMS_BACKEND: 'gitlab', CMS_PREVIEW: 'preview' });
  expect(config).toMatchObject({
    publish_mode: 'editorial_workflow',
    backend: { preview_context: 'preview' },
  });
});

test('the editor’s page may speak to the git host it works with, and to no other', () => {
  const host = { CMS_HOST: 'https://git.example/', CMS_REPOSITORY: 'a/b', CMS_APPLICATION: 'abc' };
  const connect = (environment: object) =>
    /connect-src ([^;]*)/.exec(editorMetaPolicy(originsOf(readSite({ ...environment }))))?.[1];
  expect(connect({})).toBe("'self' blob:");
  expect(connect({ ...host, CMS_BACKEND: 'gitlab' })).toBe("'self' blob: https://git.example");
  const gitHub = { CMS_BACKEND: 'github', CMS_REPOSITORY: 'a/b', CMS_LOGIN: 'https://login.example' };
  expect(connect(gitHub)).toContain('https://api.github.com');
});

test('courses can be filtered by each topic, whatever its place in the entry', () => {
  const courses = configIn('fr').collections.find(({ name }) => name === 'courses');
  expect(courses?.view_filters).toContainEqual({
    label: 'Thèmes › Cybersécurité',
    field: 'topics',
    pattern: '"cybersecurity"',
  });
});

test('over the groups of a list stand the words of the editor’s language, of each collection its own', () => {
  const headings = groupHeadings(editorWords('de'), { cloud: 'Cloud-Dienste' });
  const of = (group: string) => headings[`collection.groups.headings.${group}`];
  expect([of('courses.level.beginner'), of('courses.topics.0.cloud'), of('sessions._state.over')]).toEqual([
    'Einstieg',
    'Cloud-Dienste',
    'Beendet',
  ]);
  expect([of('courses._missing.de en'), of('courses._missing.')]).toEqual([
    'Nicht auf Deutsch · Nicht auf Englisch',
    'In allen Sprachen',
  ]);
  expect(of('courses.modality.in-person')).not.toBe(
    groupHeadings(editorWords('de'), {})['collection.groups.headings.sessions.form.in-person'],
  );
});

test('a backend that lacks something says what to set', () => {
  expect(() => configIn('fr', { CMS_BACKEND: 'gitlab' })).toThrow('Set CMS_REPOSITORY');
  expect(() => configIn('fr', { CMS_BACKEND: 'bitbucket' })).toThrow('Set CMS_BACKEND to one of own, gitlab');
});

test('a field is a line in a form and its words: nothing else has to be told to the editor', () => {
  const form = record({
    title: translated(text({ max: 60 })),
    level: optional(choice(['beginner', 'expert'])),
    seats: wholeNumber({ min: 1, max: 20 }),
  });
  expect(editorFields(form, ['courses'], editorWords('de'))).toMatchObject([
    { name: 'title', label: 'Titel', widget: 'string', required: true, i18n: true },
    {
      name: 'level',
      label: 'Stufe',
      widget: 'select',
      required: false,
      options: [{ value: 'beginner' }, { value: 'expert' }],
    },
    { name: 'seats', label: 'Plätze', widget: 'number', value_type: 'int', min: 1, max: 20 },
  ]);
});

test('a list asks for one group by a word for one, in each language', () => {
  const asked = locales.map((locale) => {
    const meetings = editorFields(collections.sessions.form, ['sessions'], editorWords(locale));
    return meetings.find(({ name }) => name === 'meetings')?.['label_singular'];
  });
  expect(asked).toEqual(['séance', 'Termin', 'Termin', 'meeting']);
});

test('a new entry begins with what most have', () => {
  const presets = (collection: 'sessions' | 'courses') =>
    Object.fromEntries(
      editorFields(collections[collection].form, [collection], editorWords('fr'))
        .filter((field) => 'default' in field)
        .map((field) => [field.name, field['default']]),
    );
  expect(presets('sessions')).toEqual({ form: 'in-person', language: 'fr', availability: 'open' });
  expect(presets('courses')).toEqual({ level: 'all', languages: ['fr'] });
});

test('below each field of a form stands a sentence that says what belongs into it', () => {
  const silent = collectionNames.flatMap((collection) =>
    editorFields(collections[collection].form, [collection], editorWords('fr'))
      .filter((field) => !field['hint'])
      .map(({ name }) => `${collection}.${name}`),
  );
  expect(silent).toEqual([]);
});

test('a field without words is named, with the file they belong into', () => {
  const form = record({ kilometres: text() });
  expect(() => editorFields(form, ['courses'], editorWords('fr'))).toThrow(
    'Add “cms.field.kilometres” to src/i18n/strings/*.json.',
  );
});
