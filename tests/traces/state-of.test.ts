import { expect, test } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { allContent, entryRead, entryReads, statesIn } from '../../src/traces/state-of.ts';

test('a read of what an entry says belongs to that of the whole entry', () => {
  expect(['fr|courses|git|text', 'fr|sessions|git-1|?', 'de|courses|git|.'].map(entryRead)).toEqual([
    'fr|courses|git|.',
    'fr|sessions|git-1|.',
    'de|courses|git|.',
  ]);
});

test('of reads that follow each other the same is said as of each alone', () => {
  const reads = ['text', 'facts', '?'].map((property) => `fr|courses|git|${property}`);
  const all = [...reads, 'fr|courses|git-1|text', 'fr|cards|git', 'fr|courses|git', 'fr|courses|*', ...reads];
  expect(entryReads(all)).toEqual(all.map(entryRead));
});

test('a read of anything else belongs to no entry', () => {
  const others = [
    'fr|today',
    'fr|site|text',
    'fr|courses|*',
    'fr|cards|git',
    'fr|cards|git|?',
    'fr|links.all|courses',
    'fr|links.all|courses|1/24',
    'media|/media/a.pdf',
    'media|/media/a|b|c.pdf',
  ];
  expect(others.map(entryRead)).toEqual(others.map(() => undefined));
});

test('an entry is another when its files are, and when the clock has changed what is derived of it', () => {
  const stateOf = (session: object) => {
    const catalogue = { sessions: new Map([['git-1', session]]) } as unknown as Catalogue;
    return statesIn(new Map([['fr', catalogue]]))('fr|sessions|git-1|.');
  };
  const session = { slug: 'git-1', digest: 'a', facts: {}, state: 'open' };
  expect(stateOf({ ...session })).toBe(stateOf(session));
  const others = [
    { ...session, digest: 'b' },
    { ...session, state: 'over' },
    { ...session, state: undefined },
  ];
  expect(new Set([session, ...others].map(stateOf)).size).toBe(4);
});

test('all content is another when an entry comes, goes, is edited or moves, and when the clock changes one', () => {
  const stateOf = (sessions: readonly (readonly [string, object])[], today = '2027-01-01') => {
    const catalogue = { today, sessions: new Map(sessions), links: {} } as unknown as Catalogue;
    return statesIn(new Map([['fr', catalogue]]))(allContent);
  };
  const [git, rgpd] = [
    ['git-1', { slug: 'git-1', digest: 'a', facts: {}, state: 'open' }],
    ['rgpd-1', { slug: 'rgpd-1', digest: 'b', facts: {}, state: 'open' }],
  ] as const;
  expect(stateOf([git, rgpd])).toBe(stateOf([git, ['rgpd-1', { ...rgpd[1] }]]));
  const all = [
    stateOf([git, rgpd]),
    stateOf([git]),
    stateOf([rgpd, git]),
    stateOf([git, ['rgpd-1', { ...rgpd[1], digest: 'c' }]]),
    stateOf([git, ['rgpd-1', { ...rgpd[1], state: 'over' }]]),
    stateOf([git, ['rgpd-2', { ...rgpd[1] }]]),
    stateOf([git, rgpd], '2027-01-02'),
  ];
  expect(new Set(all).size).toBe(all.length);
});
