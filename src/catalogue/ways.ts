import type { Locale } from '../i18n/locales.ts';
import { type Catalogue, type CourseView, type ModuleView, type PathView, pick } from './catalogue.ts';

/** A page that stands before or after a module on its way. */
export interface WayStep {
  /** `modules/a/` or `courses/a/`, without language. */
  readonly path: string;
  readonly title: string;
  readonly language: Locale;
}

/** A course or a path that leads through a module. */
export interface Way extends WayStep {
  /** `courses/a` or `paths/a`: what an address says after `?in=`. */
  readonly name: string;
  readonly kind: 'course' | 'path';
  /** The module's place on the way, from 1. */
  readonly position: number;
  readonly of: number;
  readonly previous?: WayStep | undefined;
  readonly next?: WayStep | undefined;
}

/** The courses and paths that lead through a module, courses first. */
export function waysOf(catalogue: Catalogue, module: string): Way[] {
  const { courses, paths, modules, links } = catalogue;
  const ofCourses = pick(courses, links.coursesOfModule.get(module)).map((course) =>
    wayOf('course', course, pick(modules, course.facts.modules).map(moduleStep), module),
  );
  const ofPaths = pick(paths, links.pathsOfModule.get(module)).map((path) =>
    wayOf('path', path, stepsOfPath(catalogue, path), module),
  );
  return [...ofCourses, ...ofPaths];
}

function wayOf(kind: Way['kind'], view: CourseView | PathView, steps: WayStep[], module: string): Way {
  const index = steps.findIndex(({ path }) => path === `modules/${module}/`);
  const name = `${kind}s/${view.slug}`;
  return {
    name,
    kind,
    path: `${name}/`,
    title: view.text.title,
    language: view.language,
    position: index + 1,
    of: steps.length,
    previous: steps[index - 1],
    next: steps[index + 1],
  };
}

function stepsOfPath({ courses, modules }: Catalogue, { facts }: PathView): WayStep[] {
  return facts.steps.flatMap((step) => {
    const course = courses.get(step.course ?? '');
    const module = modules.get(step.module ?? '');
    if (module) return [moduleStep(module)];
    return course
      ? [{ path: `courses/${course.slug}/`, title: course.text.title, language: course.language }]
      : [];
  });
}

function moduleStep({ slug, text, language }: ModuleView): WayStep {
  return { path: `modules/${slug}/`, title: text.title, language };
}
