import type { Progress } from './protocol.ts';

/** A publication that is not on the site yet. */
export interface Awaited {
  readonly revision: number;
  readonly entry?: string;
}

/** What an editor awaits, and what there is to tell about it. */
export interface Outlook {
  readonly awaited: readonly Awaited[];
  /** Absent where the news are none: what is said stays. `waiting` says that a build begun earlier has to end first. */
  readonly news?: Progress | { readonly state: 'waiting' };
  /** What has come online by this news. */
  readonly online: readonly Awaited[];
}

/**
 * What follows from a message of the server for what is awaited. A build that began before a publication does not hold
 * it: its end is no news for who awaits that publication.
 */
export function outlookAfter(told: Progress, awaited: readonly Awaited[]): Outlook {
  if (told.state === 'saved') {
    const { revision, entry } = told;
    const others = awaited.filter((other) => other.revision !== revision);
    return { awaited: [...others, { revision, ...(entry && { entry }) }], news: told, online: [] };
  }
  const held = awaited.filter(({ revision }) => revision <= told.revision);
  if (held.length > 0) {
    const isOnline = told.state === 'live';
    const left = isOnline ? awaited.filter((other) => !held.includes(other)) : awaited;
    return { awaited: left, news: told, online: isOnline ? held : [] };
  }
  const waits = awaited.length > 0 && told.state === 'building';
  return { awaited, ...(waits && { news: { state: 'waiting' } as const }), online: [] };
}
