import { audiences, levels, spokenLanguages } from '../../schema/vocabulary.ts';
import { moduleBody, shortBody } from './bodies.ts';
import { dayAfter, type Ground, inLanguages, type MadeFile, times } from './ground.ts';
import type { Words } from './words.ts';

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

export function makeTerm(ground: Ground, slug: string): MadeFile[] {
  return inLanguages(ground, `glossary/${slug}`, {}, (words) => [
    { term: `${words.title()} ${slug.slice(slug.lastIndexOf('-') + 1)}`, definition: words.paragraph(2) },
  ]);
}

function head(words: Words) {
  return { title: words.title(), summary: words.sentence(24), keywords: times(3, words.word) };
}
