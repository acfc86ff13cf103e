import type { Locale } from '../../i18n/locales.ts';
import { defaultLocale, locales } from '../../i18n/locales.ts';
import {
  audiences,
  careerGroups,
  competences,
  levels,
  modalities,
  spokenLanguages,
} from '../../schema/vocabulary.ts';
import { courseBody, moduleBody, shortBody } from './bodies.ts';
import type { Chance } from './chance.ts';
import { mdxFile, yamlFile } from './files.ts';
import type { Words } from './words.ts';

/** A file of a content folder: its path from there, and its text. */
export type MadeFile = readonly [path: string, text: string];

/** What entries are made of, and the slugs they may refer to. */
export interface Ground {
  readonly chance: Chance;
  readonly words: Readonly<Record<Locale, Words>>;
  /** The day around which sessions lie. */
  readonly day: string;
  readonly topics: readonly string[];
  readonly venues: readonly string[];
  readonly people: readonly string[];
  readonly modules: readonly string[];
  readonly courses: readonly string[];
}

/** How much of the catalogue is translated. */
const shares: Readonly<Record<Locale, number>> = { fr: 1, de: 0.85, lb: 0.55, en: 0.75 };

export function makeCourse(ground: Ground, slug: string, number: number): MadeFile[] {
  const { chance } = ground;
  const modality = chance.oneOf(modalities);
  const code = `gen_${String(number).padStart(6, '0')}`;
  const facts = {
    code,
    topics: chance.someOf(ground.topics, chance.between(1, 3)),
    level: chance.oneOf(levels),
    modality,
    hours:
      modality === 'e-learning' ? { selfStudy: chance.between(1, 12) } : { inClass: chance.between(2, 24) },
    languages: chance.someOf(spokenLanguages, chance.between(1, 2)),
    audiences: chance.someOf(audiences, chance.between(1, 3)),
    careerGroups: chance.someOf(careerGroups, 2),
    countsForStage: chance.happens(0.3),
    competences: chance
      .someOf(competences, 2)
      .map((competence) => ({ competence, level: chance.between(1, 8) })),
    trainers: chance.someOf(ground.people, chance.between(1, 2)),
    ...(chance.happens(0.25) && { modules: chance.someOf(ground.modules, 2) }),
    ...(chance.happens(0.4) && { nextCourses: others(ground, slug, 2) }),
    ...(chance.happens(0.15) && { requiredCourses: others(ground, slug, 1) }),
    enrolment: `https://enrol.academy.example/${code}`,
  };
  const links = chance.happens(0.4) ? others(ground, slug, 1).map((other) => `/courses/${other}/`) : [];
  return inLanguages(ground, `courses/${slug}`, facts, (words) => [
    {
      title: words.title(),
      summary: words.sentence(24),
      objectives: times(chance.between(3, 5), () => words.sentence(12)),
      prerequisites: words.sentence(),
      methods: words.paragraph(2),
      assessment: words.sentence(),
      keywords: times(4, words.word),
    },
    courseBody(words, chance, links),
  ]);
}

export function makeSession(ground: Ground, slug: string, course: string): MadeFile[] {
  const { chance } = ground;
  const begin = chance.between(-90, 300);
  const isOnline = chance.happens(0.3);
  const seats = chance.between(8, 24);
  const cancelled = chance.happens(0.04);
  const facts = {
    course,
    meetings: times(chance.between(1, 4), (index) => ({
      date: dayAfter(ground.day, begin + 7 * index),
      start: '09:00',
      end: chance.oneOf(['12:00', '16:30', '17:00']),
    })),
    form: isOnline ? 'online' : 'in-person',
    ...(isOnline
      ? { onlineRoom: `https://rooms.academy.example/${slug}` }
      : { venue: chance.oneOf(ground.venues), room: `B ${chance.between(1, 40)}` }),
    language: chance.oneOf(spokenLanguages),
    seats,
    enrolmentCloses: `${dayAfter(ground.day, begin - 14)}T12:00`,
    availability: chance.oneOf(['open', 'open', 'open', 'waiting-list', 'full']),
    ...(cancelled && { cancelled }),
    trainers: chance.someOf(ground.people, 1),
  };
  const text = cancelled ? { reason: ground.words.fr.sentence() } : {};
  return [[`sessions/${slug}.${defaultLocale}.yaml`, yamlFile({ ...facts, ...text })]];
}

export function makeModule(ground: Ground, slug: string): MadeFile[] {
  const { chance } = ground;
  const facts = {
    topics: chance.someOf(ground.topics, chance.between(1, 2)),
    level: chance.oneOf(levels),
    minutes: chance.between(10, 60),
    relatedCourses: chance.someOf(ground.courses, 2),
    authors: chance.someOf(ground.people, 1),
  };
  return inLanguages(ground, `modules/${slug}`, facts, (words) => [head(words), moduleBody(words, chance)]);
}

export function makePath(ground: Ground, slug: string): MadeFile[] {
  const { chance } = ground;
  const facts = {
    topics: chance.someOf(ground.topics, 2),
    audiences: chance.someOf(audiences, 2),
    steps: [
      ...chance.someOf(ground.courses, 4).map((course) => ({ course, required: chance.happens(0.6) })),
      ...chance.someOf(ground.modules, 2).map((module) => ({ module })),
    ],
  };
  return inLanguages(ground, `paths/${slug}`, facts, (words) => [head(words), shortBody(words)]);
}

export function makeNews(ground: Ground, slug: string): MadeFile[] {
  const { chance } = ground;
  const facts = {
    date: dayAfter(ground.day, -chance.between(1, 900)),
    topics: chance.someOf(ground.topics, 1),
    courses: chance.someOf(ground.courses, 2),
  };
  const heads = ({ title, summary }: ReturnType<typeof head>) => ({ title, summary });
  return inLanguages(ground, `news/${slug}`, facts, (words) => [heads(head(words)), shortBody(words)]);
}

export function makePerson(ground: Ground, slug: string): MadeFile[] {
  const { chance, words } = ground;
  const facts = {
    name: `${words.fr.title().split(' ')[0]} ${words.de.title().split(' ')[0]}`,
    teams: ['trainer'],
    languages: chance.someOf(spokenLanguages, 2),
    topics: chance.someOf(ground.topics, 2),
    agreedToBePublished: chance.happens(0.9),
  };
  return inLanguages(ground, `people/${slug}`, facts, (own) => [
    { role: own.title(), bio: own.paragraph(3) },
  ]);
}

function head(words: Words) {
  return { title: words.title(), summary: words.sentence(24), keywords: times(3, words.word) };
}

/** The files of an entry: the default language’s with the facts, the others where chance has them translated. */
function inLanguages(
  { chance, words }: Ground,
  place: string,
  facts: Record<string, unknown>,
  textsIn: (words: Words) => readonly [texts: Record<string, unknown>, body?: string],
): MadeFile[] {
  return locales
    .filter((locale) => chance.happens(shares[locale]))
    .map((locale): MadeFile => {
      const [texts, body] = textsIn(words[locale]);
      const fields = locale === defaultLocale ? { ...texts, ...facts } : texts;
      return body === undefined
        ? [`${place}.${locale}.yaml`, yamlFile(fields)]
        : [`${place}.${locale}.mdx`, mdxFile(fields, body)];
    });
}

function others({ chance, courses }: Ground, slug: string, count: number): string[] {
  const found = chance.someOf(courses, count + 1).filter((other) => other !== slug);
  return found.slice(0, count);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
