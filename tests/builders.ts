import type { Content } from '../src/catalogue/content.ts';
import type { Locale } from '../src/i18n/locales.ts';
import { type CollectionName, collectionNames, type FormOf } from '../src/schema/collections.ts';
import type { EntryOf } from '../src/schema/entry.ts';
import { halvesOfForms } from '../src/schema/forms.ts';
import { checkFields } from '../src/schema/mistakes.ts';

/** Entries for tests: each goes through the real schema, so that none can describe content that could not exist. */

type Fields = Readonly<Record<string, unknown>>;
type Translations = Readonly<Partial<Record<Locale, Fields>>>;
type EntryIn<Name extends CollectionName> = EntryOf<FormOf<Name>>;

const halves = halvesOfForms();

function build<Name extends CollectionName>(
  name: Name,
  slug: string,
  fields: Fields,
  translations: Translations,
): EntryIn<Name> {
  const { facts, texts } = halves[name];
  const half = (form: typeof facts) =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => field in form.shape));
  const written = { fr: half(texts), ...translations };
  const entry = {
    slug,
    facts: right(name, facts, half(facts)),
    texts: Object.fromEntries(
      Object.entries(written)
        .filter(([, text]) => Object.keys(text).length > 0)
        .map(([locale, text]) => [locale, right(name, texts, text)]),
    ),
    bodies: {},
    digest: slug,
  };
  return entry as unknown as EntryIn<Name>;
}

function right(name: string, form: Parameters<typeof checkFields>[0], value: Fields): unknown {
  const { value: read, mistakes } = checkFields(form, value);
  if (mistakes.length > 0) throw new Error(`No ${name} can be like this: ${JSON.stringify(mistakes)}`);
  return read;
}

const courseFields = {
  title: 'Le RGPD au quotidien',
  code: 'RGPD-1',
  summary: 'Traiter des données personnelles comme il faut.',
  topics: ['privacy'],
  level: 'beginner',
  modality: 'in-person',
  hours: { inClass: 6 },
  languages: ['fr'],
  audiences: ['state-agents'],
  objectives: ['Reconnaître une donnée personnelle'],
};

export function aCourse(
  fields: Fields = {},
  slug = 'rgpd',
  translations: Translations = {},
): EntryIn<'courses'> {
  return build('courses', slug, { ...courseFields, ...fields }, translations);
}

/** A course that is written in other languages than French alone. */
export function aCourseWithoutFrench(translations: Translations, slug = 'rgpd'): EntryIn<'courses'> {
  const facts = Object.entries(courseFields).filter(([field]) => field in halves.courses.facts.shape);
  return build('courses', slug, Object.fromEntries(facts), translations);
}

/** The texts of a course in another language. */
export function courseTexts(title: string): Fields {
  return { title, summary: `${title}.`, objectives: [title] };
}

export function aSession(fields: Fields = {}, slug = 'rgpd-mars'): EntryIn<'sessions'> {
  const session = {
    course: 'rgpd',
    meetings: [{ date: '2027-03-15', start: '09:00', end: '12:00' }],
    form: 'in-person',
    venue: 'belval',
    language: 'fr',
    availability: 'open',
  };
  return build('sessions', slug, { ...session, ...fields }, {});
}

export function aTopic(fields: Fields = {}, slug = 'privacy'): EntryIn<'topics'> {
  return build('topics', slug, { title: 'Vie privée', summary: 'Données et personnes.', ...fields }, {});
}

export function aVenue(fields: Fields = {}, slug = 'belval'): EntryIn<'venues'> {
  const venue = {
    name: 'Centre de Belval',
    street: '1, rue de l’Exemple',
    postalCode: 'L-4000',
    town: 'Esch',
    access: 'Près de la gare.',
    accessibility: 'Sans marche.',
  };
  return build('venues', slug, { ...venue, ...fields }, {});
}

export function aPath(fields: Fields = {}, slug = 'parcours'): EntryIn<'paths'> {
  const path = {
    title: 'Protéger les données',
    summary: 'Un parcours.',
    audiences: ['state-agents'],
    steps: [{ course: 'rgpd' }],
  };
  return build('paths', slug, { ...path, ...fields }, {});
}

export function aNews(fields: Fields = {}, slug = 'nouvelle'): EntryIn<'news'> {
  return build(
    'news',
    slug,
    { title: 'Une nouvelle', date: '2026-10-01', summary: 'Il y a du neuf.', ...fields },
    {},
  );
}

export function aPerson(fields: Fields = {}, slug = 'anne-muller'): EntryIn<'people'> {
  const person = {
    name: 'Anne Muller',
    teams: ['trainer'],
    role: 'Formatrice',
    bio: 'Elle forme.',
    languages: ['fr'],
    agreedToBePublished: true,
  };
  return build('people', slug, { ...person, ...fields }, {});
}

function theSite(): EntryIn<'site'> {
  const site = {
    name: 'Académie numérique',
    institute: 'Institut',
    tagline: 'Se former',
    description: 'Le catalogue.',
    email: 'info@academy.example',
    street: '1, rue de l’Exemple',
    postalCode: 'L-1999',
    town: 'Luxembourg',
    enrolmentPortal: 'https://enrol.academy.example/',
    enrolmentPortalName: 'Portail',
  };
  return build('site', 'academy', site, {});
}

type Entries = { readonly [Name in CollectionName]?: readonly EntryIn<Name>[] };

/** Content made of `entries`, with a site and nothing else. */
export function contentOf(entries: Entries): Content {
  const all: Entries = { site: [theSite()], ...entries };
  return Object.fromEntries(
    collectionNames.map((name) => [name, new Map((all[name] ?? []).map((entry) => [entry.slug, entry]))]),
  ) as unknown as Content;
}
