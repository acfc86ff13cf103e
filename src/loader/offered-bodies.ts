import type { KnownBodies } from './kept-bodies.ts';

/** Where pages, which Astro bundles, and the build, which it does not, meet: two copies of this file, one object. */
const meetingPlace = Symbol.for('digital-academy.bodies');

interface Meeting {
  [meetingPlace]?: KnownBodies;
}

/** Said by those who have Astro make pages: the bodies that are parsed already. */
export function offerBodies(bodies: KnownBodies): void {
  (globalThis as Meeting)[meetingPlace] = bodies;
}

/** The bodies that were offered; undefined where nobody did. */
export function offeredBodies(): KnownBodies | undefined {
  return (globalThis as Meeting)[meetingPlace];
}
