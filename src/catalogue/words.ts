import type { StringKey, Strings } from '../i18n/strings.ts';
import { durationOf, type Hours } from './hours.ts';

/** The words for one of a field's options: wordOf(strings, 'level', 'beginner'). */
export function wordOf({ t }: Strings, field: string, option: string): string {
  return t(`options.${field}.${option}` as StringKey);
}

/** “12 hours”: a duration in words. */
export function durationWords({ count }: Strings, hours: number): string {
  return count('hours.count', hours);
}

/** “6 hours in class, 3 hours self-study”: how a course's hours are spent. */
export function hoursWords(strings: Strings, hours: Hours): string {
  const parts = (['inClass', 'live', 'selfStudy'] as const)
    .filter((part) => hours[part])
    .map((part) => `${durationWords(strings, hours[part] ?? 0)} ${strings.t(`fields.hours.${part}`)}`);
  return parts.join(', ');
}

/** The whole duration of a course in words. */
export function courseDuration(strings: Strings, hours: Hours): string {
  return durationWords(strings, durationOf(hours));
}
