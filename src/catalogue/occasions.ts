import { type Instant, instantOf } from './clock.ts';
import { type SessionState, type SessionTimes, stateOf } from './session-state.ts';

/** What is derived of a session or a meeting of trainers: when it is, and its state. */
export interface Occasion {
  readonly times: SessionTimes;
  readonly start: Instant;
  readonly end: Instant;
  readonly state: SessionState;
  /** The first and last day, as the place's calendar has them. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly timeZone: string;
}

export interface OccasionFacts {
  readonly meetings: readonly { readonly date: string; readonly start: string; readonly end: string }[];
  readonly timeZone?: string | undefined;
  readonly enrolmentOpens?: string | undefined;
  readonly enrolmentCloses?: string | undefined;
  readonly availability: SessionTimes['availability'];
  readonly cancelled?: boolean | undefined;
}

/** The times and the state at `now` of an occasion whose facts are local times in its own zone, or in `zone`. */
export function occasionOf(facts: OccasionFacts, now: Instant, zone: string): Occasion {
  const timeZone = facts.timeZone ?? zone;
  const known = knownWhen.get(facts);
  const when = known?.timeZone === timeZone ? known : whenOf(facts, timeZone);
  knownWhen.set(facts, when);
  const { times, start, end, ...days } = when;
  return { times, start, end, state: stateOf(times, now), ...days };
}

/** When an occasion is, whatever the moment: each language asks for it, and some pages again. */
type When = Omit<Occasion, 'state'>;

const knownWhen = new WeakMap<OccasionFacts, When>();

function whenOf(facts: OccasionFacts, timeZone: string): When {
  const local = (moment: string) => instantOf(moment.slice(0, 10), moment.slice(11), timeZone);
  const times: SessionTimes = {
    meetings: facts.meetings.map(
      ({ date, start, end }) => [instantOf(date, start, timeZone), instantOf(date, end, timeZone)] as const,
    ),
    ...(facts.enrolmentOpens && { opens: local(facts.enrolmentOpens) }),
    ...(facts.enrolmentCloses && { closes: local(facts.enrolmentCloses) }),
    availability: facts.availability,
    ...(facts.cancelled && { cancelled: true }),
  };
  return {
    times,
    start: times.meetings[0]?.[0] ?? 0,
    end: times.meetings.at(-1)?.[1] ?? 0,
    firstDay: facts.meetings[0]?.date ?? '',
    lastDay: facts.meetings.at(-1)?.date ?? '',
    timeZone,
  };
}
