import type { Catalogue, ExchangeView, SessionView, VenueView } from './catalogue.ts';

/** The sessions of a catalogue, and which of them are of which course. */
interface Sessions extends Pick<Catalogue, 'sessions'> {
  readonly links: Pick<Catalogue['links'], 'sessionsOfCourse'>;
}

/** The sessions of a course: those that can still be attended, and those that are over or cancelled. */
export function sessionsOf({ sessions, links }: Sessions, course: string) {
  const all = (links.sessionsOfCourse.get(course) ?? []).map((slug) => sessions.get(slug) as SessionView);
  return {
    coming: all.filter(({ state }) => state !== 'over'),
    over: all.filter(({ state }) => state === 'over').reverse(),
  };
}

/** The first session of a course that can still be attended, if there is one. */
export function nextSession(catalogue: Sessions, course: string): SessionView | undefined {
  return sessionsOf(catalogue, course).coming.find(
    ({ state }) => state !== 'cancelled' && state !== 'running',
  );
}

/** The next sessions of the whole catalogue one can still enrol in, at most `most`. */
export function nextSessions({ sessions, links }: Catalogue, most: number): SessionView[] {
  const open = new Set(['open', 'closing-soon', 'upcoming', 'waiting-list']);
  const found: SessionView[] = [];
  for (let page = 1; found.length < most; page += 1) {
    const { entries, pages } = links.all.page('calendar', page);
    const views = entries.map((slug) => sessions.get(slug) as SessionView);
    found.push(...views.filter(({ state }) => open.has(state)));
    if (page === pages) break;
  }
  return found.slice(0, most);
}

/** The venue of a session or a meeting, if it has one. */
export function venueOf(
  { venues }: Catalogue,
  { facts }: Pick<SessionView | ExchangeView, 'facts'>,
): VenueView | undefined {
  return facts.venue ? venues.get(facts.venue) : undefined;
}
