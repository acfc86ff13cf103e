import {
  audiences,
  careerGroups,
  competences,
  levels,
  modalities,
  spokenLanguages,
} from '../../schema/vocabulary.ts';
import { courseBody } from './bodies.ts';
import { dayAfter, type Ground, inLanguages, type MadeFile, others, times } from './ground.ts';

export function makeCourse(ground: Ground, slug: string, number: number): MadeFile[] {
  const { chance } = ground;
  const image = ground.pictures.length > 0 && chance.happens(0.3) && chance.oneOf(ground.pictures);
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
    ...(image && { image }),
    ...(chance.happens(0.03) && { archived: true, replacedBy: others(ground, slug, 1)[0] }),
    ...(chance.happens(0.06) && { formerAddresses: [`/fr/formations/${code}/`] }),
  };
  const links = chance.happens(0.4) ? others(ground, slug, 1).map((other) => `/courses/${other}/`) : [];
  const named = {
    links,
    term: chance.happens(0.25) ? chance.oneOf(ground.glossary) : undefined,
    picture: chance.happens(0.2) ? chance.oneOf(ground.pictures) : undefined,
  };
  return inLanguages(ground, `courses/${slug}`, facts, (words) => [
    {
      title: words.title(),
      summary: words.sentence(24),
      objectives: times(chance.between(3, 5), () => words.sentence(12)),
      prerequisites: words.sentence(),
      methods: words.paragraph(2),
      assessment: words.sentence(),
      keywords: times(4, words.word),
      ...(image && { imageAlt: words.sentence(10) }),
    },
    courseBody(words, chance, named),
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
  const hasNote = chance.happens(0.15);
  const files = inLanguages(ground, `sessions/${slug}`, facts, (words) => [
    { ...(cancelled && { reason: words.sentence() }), ...(hasNote && { note: words.sentence() }) },
  ]);
  return cancelled || hasNote ? files : files.slice(0, 1);
}
