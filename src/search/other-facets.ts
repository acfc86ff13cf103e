import {
  type Catalogue,
  type CourseView,
  type ModuleView,
  type PathView,
  withParents,
} from '../catalogue/catalogue.ts';
import { durationOf, durationRange } from '../catalogue/hours.ts';
import type { Facets } from './facet-names.ts';

/** What a module can be found by: it is read online, in the languages it is written in. */
export function moduleFacets({ topics }: Pick<Catalogue, 'topics'>, { facts, texts }: ModuleView): Facets {
  return {
    topic: withParents(facts.topics, topics),
    level: [facts.level],
    modality: ['e-learning'],
    language: Object.keys(texts).sort(),
    duration: [durationRange(facts.minutes / 60)],
  };
}

/** What a path can be found by: what its steps are. */
export function pathFacets(catalogue: Catalogue, path: PathView): Facets {
  const { courses, modules } = stepsOf(catalogue, path);
  const hours = pathHours(catalogue, path);
  const distinct = (values: readonly string[]) => [...new Set(values)].sort();
  return {
    topic: withParents(path.facts.topics ?? [], catalogue.topics),
    level: distinct([...courses, ...modules].map(({ facts }) => facts.level)),
    modality: distinct([
      ...courses.map(({ facts }) => facts.modality),
      ...(modules.length > 0 ? ['e-learning'] : []),
    ]),
    audience: path.facts.audiences,
    language: distinct(courses.flatMap(({ facts }) => facts.languages)),
    ...(hours > 0 && { duration: [durationRange(hours)] }),
  };
}

/** How long a path takes: as it says, or all its steps together. */
export function pathHours(catalogue: Catalogue, path: PathView): number {
  const { courses, modules } = stepsOf(catalogue, path);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return (
    path.facts.hours ??
    sum(courses.map(({ facts }) => durationOf(facts.hours))) +
      sum(modules.map(({ facts }) => facts.minutes / 60))
  );
}

function stepsOf(
  catalogue: Catalogue,
  { facts }: PathView,
): { courses: CourseView[]; modules: ModuleView[] } {
  const known = <T>(entries: ReadonlyMap<string, T>, slugs: readonly (string | undefined)[]): T[] =>
    slugs.flatMap((slug) => (slug === undefined ? [] : (entries.get(slug) ?? [])));
  return {
    courses: known(
      catalogue.courses,
      facts.steps.map(({ course }) => course),
    ),
    modules: known(
      catalogue.modules,
      facts.steps.map(({ module }) => module),
    ),
  };
}
