import type { SessionView } from './catalogue.ts';
import { Lists, sessionsOnPage } from './lists.ts';

/** A month of the calendar, and the page of it on which the month begins. */
export interface CalendarMonth {
  /** 2027-03 */
  readonly month: string;
  readonly page: number;
}

export interface Calendar {
  readonly months: readonly CalendarMonth[];
  /** The sessions that are not over by the month they stand in, months and sessions in order. */
  readonly sessionsOfMonth: Lists;
}

/** The calendar from `thisMonth` on; sessions that already run stand in that month. */
export function calendarOf(sessions: ReadonlyMap<string, SessionView>, thisMonth: string): Calendar {
  const ahead = [...sessions.values()].filter(({ state }) => state !== 'over');
  const inMonths = [...Map.groupBy(ahead, (session) => monthOf(session, thisMonth))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  let before = 0;
  const months = inMonths.map(([month, found]) => {
    const page = Math.floor(before / sessionsOnPage) + 1;
    before += found.length;
    return { month, page };
  });
  return {
    months,
    sessionsOfMonth: new Lists(inMonths.map(([month, found]) => [month, found.map(({ slug }) => slug)])),
  };
}

/** The month of the calendar in which a session stands that is not over. */
export function monthOf({ firstDay }: Pick<SessionView, 'firstDay'>, thisMonth: string): string {
  const begins = firstDay.slice(0, 7);
  return begins < thisMonth ? thisMonth : begins;
}
