import type { Catalogue, CourseView, NewsView } from './catalogue.ts';

/**
 * Courses near to `course`, the nearest first, at most `most`: those that share its topics, then those of the same
 * level and audience. Courses that the page names anyway (`except`) are left out.
 */
export function relatedCourses(
  { courses, links }: Catalogue,
  course: CourseView,
  { most, except = [] }: { most: number; except?: readonly string[] },
): CourseView[] {
  const left = new Set([course.slug, ...except]);
  const points = new Map<string, number>();
  for (const topic of course.facts.topics) {
    for (const slug of links.coursesOfTopic.get(topic) ?? []) {
      if (!left.has(slug)) points.set(slug, (points.get(slug) ?? 0) + 4);
    }
  }
  const audiences = new Set<string>(course.facts.audiences);
  const scored = [...points].map(([slug, shared]) => {
    const other = courses.get(slug) as CourseView;
    const sameLevel = other.facts.level === course.facts.level ? 1 : 0;
    const sameAudience = other.facts.audiences.some((audience) => audiences.has(audience)) ? 1 : 0;
    return { other, score: shared + sameLevel + sameAudience };
  });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ other }) => other);
}

/** The newest entries that share a topic or a course with `entry`, then the newest of all; at most `most`. */
export function relatedNews({ news }: Catalogue, entry: NewsView, most: number): NewsView[] {
  const named = new Set([...(entry.facts.topics ?? []), ...(entry.facts.courses ?? [])]);
  const others = [...news.values()].filter(({ slug }) => slug !== entry.slug);
  const shares = ({ facts }: NewsView) =>
    [...(facts.topics ?? []), ...(facts.courses ?? [])].some((slug) => named.has(slug));
  return [...others.filter(shares), ...others.filter((other) => !shares(other))].slice(0, most);
}
