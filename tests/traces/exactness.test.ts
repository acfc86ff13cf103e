import { expect, test } from 'vitest';
import { type Catalogue, catalogueFor } from '../../src/catalogue/catalogue.ts';
import type { Content } from '../../src/catalogue/content.ts';
import { changedPages, TraceBook } from '../../src/commands/build-pages/traces.ts';
import { type Chance, chanceOf } from '../../src/commands/make-content/chance.ts';
import { loadContent } from '../../src/loader/load.ts';
import { type CollectionName, collectionNames } from '../../src/schema/collections.ts';
import { statesIn } from '../../src/traces/state-of.ts';
import { watchedCatalogue } from '../../src/traces/watched-catalogue.ts';
import { pagesOf } from './pages.ts';

const rounds = 25;
const now = Date.parse('2027-01-15T12:00Z');
const content = await demonstration();

/** Changes of one entry, as its editor could make them, and of the clock. */
const edits: Readonly<Record<string, (before: State, chance: Chance) => State>> = {
  'a title': (state, chance) => changed(state, chance, 'courses', retitled),
  'the title of a topic': (state, chance) => changed(state, chance, 'topics', retitled),
  'the topic of a course': (state, chance) =>
    changed(state, chance, 'courses', (entry) =>
      withFacts(entry, { topics: [slugIn(state, chance, 'topics')] }),
    ),
  'the level of a course': (state, chance) =>
    changed(state, chance, 'courses', (entry) =>
      withFacts(entry, { level: chance.oneOf(['beginner', 'expert']) }),
    ),
  'a course archived': (state, chance) =>
    changed(state, chance, 'courses', (entry) => withFacts(entry, { archived: true })),
  'a session cancelled': (state, chance) =>
    changed(state, chance, 'sessions', (entry) => withFacts(entry, { cancelled: true })),
  'a session moved': (state, chance) =>
    changed(state, chance, 'sessions', (entry) =>
      withFacts(entry, {
        meetings: [{ date: `2027-0${chance.between(1, 9)}-12`, start: '09:00', end: '12:00' }],
      }),
    ),
  'an entry gone': (state, chance) =>
    without(state, chance, chance.oneOf(['courses', 'sessions', 'news', 'venues'])),
  'an entry added': (state, chance) =>
    copied(state, chance, chance.oneOf(['courses', 'sessions', 'news', 'topics'])),
  'the academy': (state, chance) => changed(state, chance, 'site', retitled),
  'the clock': (state, chance) => ({ ...state, now: state.now + chance.between(1, 200) * 3_600_000 }),
};

test('after any edit, the pages that count as unchanged show what they showed', () => {
  const chance = chanceOf(11);
  let state: State = { content, now };
  for (let round = 0; round < rounds; round += 1) {
    const name = chance.oneOf(Object.keys(edits));
    const after = edits[name]?.(state, chance) ?? state;
    const [before, later] = [catalogueOf(state), catalogueOf(after)];
    const { pages, changed } = compared(before, later);
    const stale = [...pages].filter(([page, show]) => !changed.has(page) && show(before) !== show(later));
    expect(
      stale.map(([page]) => page),
      `${name}, round ${round}`,
    ).toEqual([]);
    state = after;
  }
});

test('nothing changes when nothing is edited, nor within a day when no session changes its state', () => {
  const state = { content, now };
  expect([...compared(catalogueOf(state), catalogueOf(state)).changed]).toEqual([]);
  const later = catalogueOf({ content, now: now + 60_000 });
  expect([...compared(catalogueOf(state), later).changed]).toEqual([]);
});

test('on another day the pages that show the day change, and those of sessions whose state does', () => {
  const night = Date.parse('2027-01-15T22:59Z');
  const changed = compared(
    catalogueOf({ content, now: night }),
    catalogueOf({ content, now: night + 120_000 }),
  ).changed;
  expect([...changed.keys()]).toEqual(['day']);
});

test('another summary of a course changes its own pages and those that name it, and nothing else', () => {
  const slug = [...content.courses.keys()][0] as string;
  const entry = content.courses.get(slug) as Entry;
  const texts = { ...entry.texts, fr: { ...entry.texts.fr, summary: 'Autrement.' } };
  const after = { content: replaced(content, 'courses', { ...entry, texts } as Entry), now };
  const { pages, changed } = compared(catalogueOf({ content, now }), catalogueOf(after));
  expect(changed.has(`courses/${slug}`)).toBe(true);
  const mayChange = /^(courses|feeds|lists|modules)\/|^titles$/;
  expect([...changed.keys()].filter((page) => !mayChange.test(page))).toEqual([]);
  expect(changed.size).toBeLessThan(pages.size / 10);
});

interface State {
  readonly content: Content;
  readonly now: number;
}

type Entry = Content['courses'] extends ReadonlyMap<string, infer One> ? One : never;

function catalogueOf({ content, now }: State): Catalogue {
  return catalogueFor('fr', content, now, 'Europe/Luxembourg');
}

/** The pages of `before`, and those that count as changed `later`. */
function compared(before: Catalogue, later: Catalogue) {
  const pages = pagesOf(before);
  const book = new TraceBook();
  for (const [name, show] of pages) {
    const reads = new Set<string>();
    show(watchedCatalogue(before, (read) => reads.add(read)));
    book.add(name, '', reads);
  }
  const states = (catalogue: Catalogue) => statesIn(new Map([['fr', catalogue] as const]));
  return { pages, changed: changedPages(book.close(states(before)), states(later), () => '') };
}

async function demonstration(): Promise<Content> {
  const { entries } = await loadContent('content', 'public');
  const inCollection = (name: CollectionName) => entries.filter(({ collection }) => collection === name);
  return Object.fromEntries(
    collectionNames.map((name) => [name, new Map(inCollection(name).map((entry) => [entry.slug, entry]))]),
  ) as unknown as Content;
}

function slugIn({ content }: State, chance: Chance, name: CollectionName): string {
  return chance.oneOf([...content[name].keys()]);
}

function replaced(content: Content, name: CollectionName, entry: Entry): Content {
  const entries = content[name] as ReadonlyMap<string, Entry>;
  const digest = `${entry.digest}+`;
  return { ...content, [name]: new Map([...entries, [entry.slug, { ...entry, digest }]]) };
}

function changed(state: State, chance: Chance, name: CollectionName, change: (entry: Entry) => Entry): State {
  const entry = state.content[name].get(slugIn(state, chance, name)) as Entry;
  return { ...state, content: replaced(state.content, name, change(entry)) };
}

function without(state: State, chance: Chance, name: CollectionName): State {
  const slug = slugIn(state, chance, name);
  const entries = state.content[name] as ReadonlyMap<string, Entry>;
  const left = new Map([...entries].filter(([one]) => one !== slug));
  return { ...state, content: { ...state.content, [name]: left } };
}

function copied(state: State, chance: Chance, name: CollectionName): State {
  const entry = state.content[name].get(slugIn(state, chance, name)) as Entry;
  return { ...state, content: replaced(state.content, name, { ...entry, slug: `${entry.slug}-bis` }) };
}

function withFacts(entry: Entry, facts: Readonly<Record<string, unknown>>): Entry {
  return { ...entry, facts: { ...entry.facts, ...facts } } as Entry;
}

/** Sorted elsewhere, in every language it has. */
function retitled(entry: Entry): Entry {
  const texts = Object.entries(entry.texts).map(([locale, text]) => [
    locale,
    { ...text, title: `Z ${text.title}`, name: 'Une autre académie' },
  ]);
  return { ...entry, texts: Object.fromEntries(texts) } as Entry;
}
