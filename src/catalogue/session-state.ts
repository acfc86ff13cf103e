import type { Instant } from './clock.ts';

/** What the state of a session follows from: written on the page, so that a browser derives it again. */
export interface SessionTimes {
  /** Start and end of each meeting, in order. */
  readonly meetings: readonly (readonly [start: Instant, end: Instant])[];
  readonly opens?: Instant;
  readonly closes?: Instant;
  readonly availability: 'open' | 'waiting-list' | 'full';
  readonly cancelled?: boolean;
}

export const sessionStates = [
  'upcoming',
  'open',
  'closing-soon',
  'waiting-list',
  'full',
  'closed',
  'running',
  'over',
  'cancelled',
] as const;

export type SessionState = (typeof sessionStates)[number];

/** What a visitor can do about a session in a state; `join` only where it has an online room. */
export type SessionAction = 'enrol' | 'waiting-list' | 'join' | 'none';

const week = 7 * 86_400_000;

/**
 * The state of a session at an instant. A cancelled session stays cancelled; a running one is running whatever its
 * seats; enrolment that names no end closes when the first meeting starts; it closes soon within seven days of its end.
 */
export function stateOf(times: SessionTimes, now: Instant): SessionState {
  const starts = times.meetings[0]?.[0] ?? 0;
  const ends = times.meetings.at(-1)?.[1] ?? 0;
  const closes = times.closes ?? starts;
  if (times.cancelled) return 'cancelled';
  if (now >= ends) return 'over';
  if (now >= starts) return 'running';
  if (now >= closes) return 'closed';
  if (times.opens !== undefined && now < times.opens) return 'upcoming';
  if (times.availability !== 'open') return times.availability;
  return closes - now <= week ? 'closing-soon' : 'open';
}

/** The one action a session offers in a state. */
export function actionOf(state: SessionState, hasOnlineRoom: boolean): SessionAction {
  if (state === 'open' || state === 'closing-soon') return 'enrol';
  if (state === 'waiting-list') return 'waiting-list';
  return state === 'running' && hasOnlineRoom ? 'join' : 'none';
}

/** True where a session can still be attended: it is neither over nor cancelled. */
export function isComing(state: SessionState): boolean {
  return state !== 'over' && state !== 'cancelled';
}
