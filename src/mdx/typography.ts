import type { Locale } from '../i18n/locales.ts';

const noBreak = '\u00A0';
const narrow = '\u202F';
const anySpace = `[ \u00A0\u202F\u2009]`;

/** Addresses and times, in which signs stand for themselves. */
const untouched = /\b[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+|\b(?:mailto|tel):\S+|\d:\d/gi;

const beforeNarrow = new RegExp(`(?<=[^\\s!?;:…«(\\[¡¿])${anySpace}*([!?;]+)(?![\\p{L}\\p{N}=])`, 'gu');
const spacedNarrow = new RegExp(`${anySpace}+([!?;])`, 'gu');
const beforeColon = new RegExp(
  `(?<=[\\p{L}\\p{N})\\]»”’%€])${anySpace}*:(?=\\s|$)|(?<!\\s)${anySpace}+:(?=\\s|$)`,
  'gu',
);
const opening = new RegExp(`«${anySpace}*(?=\\S|$)`, 'gu');
const closing = new RegExp(`(?<!\\s)${anySpace}*»`, 'gu');

/**
 * `text` with the spaces of its language: in French no-break ones before `: ; ! ? »` and after `«`, narrow before
 * `; ! ?`, whatever was typed. Addresses and times stay. Doing it twice changes nothing.
 */
export function typography(text: string, locale: Locale): string {
  if (locale !== 'fr' || !/[:;!?«»]/.test(text)) return text;
  let result = '';
  let from = 0;
  for (const { 0: kept, index } of text.matchAll(untouched)) {
    result += frenchSpaces(text.slice(from, index)) + kept;
    from = index + kept.length;
  }
  return result + frenchSpaces(text.slice(from));
}

function frenchSpaces(text: string): string {
  return text
    .replace(opening, `«${noBreak}`)
    .replace(closing, `${noBreak}»`)
    .replace(spacedNarrow, `${narrow}$1`)
    .replace(beforeNarrow, `${narrow}$1`)
    .replace(beforeColon, `${noBreak}:`);
}
