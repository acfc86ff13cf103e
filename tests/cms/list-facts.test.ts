import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { withListFacts } from '../../src/cms/list-facts.ts';
import { partsOf } from '../../src/loader/front-matter.ts';

const now = Date.parse('2026-11-24T10:00Z');

const fieldsOf = (extension: 'mdx' | 'yaml', text = '') => load(partsOf(extension, text).yaml);

test('lists know which languages an entry lacks', () => {
  const files = [
    { data: '---\ntitle: Git\n---\n\nTexte.\n', file: { path: 'content/courses/git.fr.mdx' } },
    { data: '---\ntitle: Git\n---\n', file: { path: 'content/courses/git.de.mdx' } },
    { data: '---\ntitle: Web\n---\n', file: { path: 'content/courses/web.fr.mdx' } },
  ];
  const [git, , web] = withListFacts(files, { now, drafts: ['courses/web'], locale: 'fr' });
  expect(fieldsOf('mdx', git?.data)).toEqual({ _missing: 'lb en', title: 'Git' });
  expect(git?.data).toContain('Texte.');
  expect(fieldsOf('mdx', web?.data)).toEqual({ _missing: 'de lb en', _draft: true, title: 'Web' });
});

test('a session has the state that the site shows, and a file that can’t be read is listed all the same', () => {
  const session = (date: string) => ({
    data: `course: git\navailability: full\nmeetings:\n  - date: '${date}'\n    start: '09:00'\n    end: '12:00'\n`,
    file: { path: 'content/sessions/git-1.fr.yaml' },
  });
  const stateOn = (date: string) => {
    const [listed] = withListFacts([session(date)], { now, drafts: [], locale: 'fr' });
    return (fieldsOf('yaml', listed?.data) as { _state: string })._state;
  };
  expect([stateOn('2026-11-23'), stateOn('2026-11-24'), stateOn('2026-12-24')]).toEqual([
    'over',
    'running',
    'full',
  ]);
  const [march] = withListFacts([session('2027-03-01')], { now, drafts: [], locale: 'de' });
  expect(fieldsOf('yaml', march?.data)).toMatchObject({ _month: 'März 2027' });
  const broken = { data: 'meetings: [\n', file: { path: 'content/sessions/git-2.fr.yaml' } };
  expect(withListFacts([broken], { now, drafts: [], locale: 'fr' })[0]?.data).toContain('meetings: [');
});

test('lists know what is not on the site yet, or no longer', () => {
  const publicationOf = (fields: string, collection = 'courses') => {
    const file = { path: `content/${collection}/git.fr.mdx` };
    const data = `---\ntitle: Git\n${fields}\n---\n`;
    const [listed] = withListFacts([{ data, file }], { now, drafts: [], locale: 'fr' });
    return (fieldsOf('mdx', listed?.data) as { _publication?: string })._publication;
  };
  expect(publicationOf("publishOn: '2026-11-25'")).toBe('scheduled');
  expect(publicationOf("publishOn: '2026-11-24'")).toBeUndefined();
  expect(publicationOf("unpublishOn: '2026-11-24'")).toBe('withdrawn');
  expect(publicationOf('date: 2026-11-25', 'news')).toBe('scheduled');
  expect(publicationOf('date: 2026-11-24', 'news')).toBeUndefined();
});
