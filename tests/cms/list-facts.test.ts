import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { withListFacts } from '../../src/cms/list-facts.ts';
import { partsOf } from '../../src/loader/front-matter.ts';

const fieldsOf = (extension: 'mdx' | 'yaml', text = '') => load(partsOf(extension, text).yaml);

test('lists know which languages an entry lacks', () => {
  const files = [
    { data: '---\ntitle: Git\n---\n\nTexte.\n', file: { path: 'content/courses/git.fr.mdx' } },
    { data: '---\ntitle: Git\n---\n', file: { path: 'content/courses/git.de.mdx' } },
    { data: '---\ntitle: Web\n---\n', file: { path: 'content/courses/web.fr.mdx' } },
  ];
  const [git, , web] = withListFacts(files, '2026-11-24');
  expect(fieldsOf('mdx', git?.data)).toEqual({ _missing: 'lb en', title: 'Git' });
  expect(git?.data).toContain('Texte.');
  expect(fieldsOf('mdx', web?.data)).toEqual({ _missing: 'de lb en', title: 'Web' });
});

test('a session is over after its last meeting, and a file that can’t be read is listed all the same', () => {
  const session = (date: string) => ({
    data: `course: git\nmeetings:\n  - date: '2026-01-01'\n  - date: '${date}'\n`,
    file: { path: 'content/sessions/git-1.fr.yaml' },
  });
  const stateOn = (date: string) =>
    (fieldsOf('yaml', withListFacts([session(date)], '2026-11-24')[0]?.data) as { _state: string })._state;
  expect([stateOn('2026-11-23'), stateOn('2026-11-24')]).toEqual(['over', 'coming']);
  const broken = { data: 'meetings: [\n', file: { path: 'content/sessions/git-2.fr.yaml' } };
  expect(withListFacts([broken], '2026-11-24')[0]?.data).toContain('meetings: [');
});
