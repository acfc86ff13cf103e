import type { Catalogue, ExchangeView, SessionView, VenueView } from './catalogue.ts';

/** The sessions of one month, in order. */
export interface AgendaMonth {
  /** 2027-03 */
  readonly month: string;
  readonly sessions: readonly SessionView[];
}

/** The sessions that are not over, by the month in which they begin; those that already run stand in the month of `now`. */
export function agendaOf({ sessions, now }: Catalogue): AgendaMonth[] {
  const today = new Date(now).toISOString().slice(0, 7);
  const ahead = [...sessions.values()].filter(({ state }) => state !== 'over');
  const monthOf = ({ firstDay }: SessionView) => [firstDay.slice(0, 7), today].toSorted().at(-1) as string;
  return [...Map.groupBy(ahead, monthOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, inMonth]) => ({ month, sessions: inMonth }));
}

/** The sessions of a course: those that can still be attended, and those that are over or cancelled. */
export function sessionsOf({ sessions, links }: Catalogue, course: string) {
  const all = (links.sessionsOfCourse.get(course) ?? []).map((slug) => sessions.get(slug) as SessionView);
  return {
    coming: all.filter(({ state }) => state !== 'over'),
    over: all.filter(({ state }) => state === 'over').reverse(),
  };
}

/** The first session of a course that can still be attended, if there is one. */
export function nextSession(catalogue: Catalogue, course: string): SessionView | undefined {
  return sessionsOf(catalogue, course).coming.find(
    ({ state }) => state !== 'cancelled' && state !== 'running',
  );
}

/** The next sessions of the whole catalogue one can still enrol in, at most `most`. */
export function nextSessions({ sessions }: Catalogue, most: number): SessionView[] {
  const open = new Set(['open', 'closing-soon', 'upcoming', 'waiting-list']);
  return [...sessions.values()].filter(({ state }) => open.has(state)).slice(0, most);
}

/** The venue of a session or a meeting, if it has one. */
export function venueOf(
  { venues }: Catalogue,
  { facts }: Pick<SessionView | ExchangeView, 'facts'>,
): VenueView | undefined {
  return facts.venue ? venues.get(facts.venue) : undefined;
}
