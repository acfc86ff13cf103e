import type { CourseView, NewsView } from './catalogue.ts';
import { backwards, Lists } from './lists.ts';

/** So many related entries a page names. */
const most = 3;

/** So many neighbours of a topic’s list are compared with a course, so that the work grows with the catalogue alone. */
const compared = 60;

/**
 * The courses near to each of `all`, the nearest first: those that share its topics, then those of the same level and
 * audience. Of equals those that follow it in the topic’s list come first, so that each course is named by some. Its next
 * courses are left out: its page names them anyway.
 */
export function nearCourses(
  all: ReadonlyMap<string, CourseView>,
  courses: ReadonlyMap<string, CourseView>,
  coursesOfTopic: ReadonlyMap<string, readonly string[]>,
): Lists {
  const places = new Map<string, ReadonlyMap<string, number>>();
  const placeIn = (topic: string, slugs: readonly string[], slug: string): number => {
    const known = places.get(topic) ?? new Map(slugs.map((one, place) => [one, place]));
    places.set(topic, known);
    return known.get(slug) ?? -1;
  };
  const near = new Lists();
  for (const course of all.values()) {
    const left = new Set([course.slug, ...(course.facts.nextCourses ?? [])]);
    const shared = new Map<string, number>();
    for (const topic of new Set(course.facts.topics)) {
      const slugs = coursesOfTopic.get(topic) ?? [];
      for (const slug of neighbours(slugs, placeIn(topic, slugs, course.slug)))
        if (!left.has(slug)) shared.set(slug, (shared.get(slug) ?? 0) + 4);
    }
    for (const slug of nearest(course, shared, courses)) near.add(course.slug, slug);
  }
  return near;
}

/** Of those that share topics with `course`, which bring points, the nearest; of equals those that come first. */
function nearest(
  course: CourseView,
  shared: ReadonlyMap<string, number>,
  courses: ReadonlyMap<string, CourseView>,
): string[] {
  const found: { readonly slug: string; readonly score: number }[] = [];
  for (const [slug, points] of shared) {
    const least = found[most - 1]?.score ?? 0;
    // Most can be left out before they are looked at.
    if (points + greatestLikeness <= least) continue;
    const score = points + likeness(course, courses.get(slug) as CourseView);
    if (score <= least) continue;
    const place = found.findIndex((other) => other.score < score);
    found.splice(place === -1 ? found.length : place, 0, { slug, score });
    found.length = Math.min(found.length, most);
  }
  return found.map(({ slug }) => slug);
}

/** Those that follow `place`, and then from the list’s beginning. */
function neighbours(slugs: readonly string[], place: number): string[] {
  const after = slugs.slice(place + 1, place + 1 + compared);
  return [...after, ...slugs.slice(0, Math.min(compared - after.length, place + 1))];
}

const greatestLikeness = 2;

function likeness({ facts }: CourseView, { facts: other }: CourseView): number {
  const sameLevel = other.level === facts.level ? 1 : 0;
  return sameLevel + (other.audiences.some((audience) => facts.audiences.includes(audience)) ? 1 : 0);
}

/** For each entry the newest that share a topic or a course with it, then the newest of all. */
export function nearNews(news: ReadonlyMap<string, NewsView>): Lists {
  const subjectsOf = ({ facts }: NewsView) => [...(facts.topics ?? []), ...(facts.courses ?? [])];
  const bySubject = backwards(news, subjectsOf);
  const order = new Map([...news.keys()].map((slug, place) => [slug, place]));
  const newest = [...news.keys()].slice(0, most + 1);
  const near = new Lists();
  for (const entry of news.values()) {
    const sharing = new Set(
      subjectsOf(entry).flatMap((subject) => (bySubject.get(subject) ?? []).slice(0, most + 1)),
    );
    const inOrder = [...sharing].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const found = [...new Set([...inOrder.filter((slug) => slug !== entry.slug).slice(0, most), ...newest])];
    for (const slug of found.filter((one) => one !== entry.slug).slice(0, most)) near.add(entry.slug, slug);
  }
  return near;
}
