/** Hours of a course by the way they are spent. */
export interface Hours {
  readonly inClass?: number | undefined;
  readonly live?: number | undefined;
  readonly selfStudy?: number | undefined;
}

/** The duration of a course: the sum of its hours. */
export function durationOf({ inClass = 0, live = 0, selfStudy = 0 }: Hours): number {
  return inClass + live + selfStudy;
}

/** The ranges by which people look for a duration, in hours: at most 3 (half a day), at most 7 (a day), more. */
export const durationRanges = ['half-day', 'day', 'days', 'longer'] as const;

export type DurationRange = (typeof durationRanges)[number];

/** The range of a duration: up to 3 hours, up to 7, up to 21, longer. */
export function durationRange(hours: number): DurationRange {
  if (hours <= 3) return 'half-day';
  if (hours <= 7) return 'day';
  return hours <= 21 ? 'days' : 'longer';
}
