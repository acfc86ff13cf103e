import type { PageWords } from './page-words.ts';
import { changeSheet, type Part, type Selector, type Sheet } from './sheet.ts';

/** Sheets of scripts, which use the page’s tokens. */
export const sheetsOfScripts = ['src/search/browser/suggestions.css'] as const;

/** `sheet` without the rules that nothing in the page can match, and the fonts that it does not need. */
export function usedRules(sheet: Sheet, words: PageWords): Sheet {
  return changeSheet(sheet, (part) => {
    if (part.selectors) return withSelectors(part, part.selectors, words);
    return isFont(part) && !needsFont(words, lettersOf(part)) ? undefined : part;
  });
}

/** The letters for which a font is, by their numbers in Unicode; for all where there are none. */
export type LettersOfFont = NonNullable<Part['ranges']>;

/** The letters of each font of `sheet`. */
export function lettersOfFonts({ parts }: Pick<Sheet, 'parts'>): LettersOfFont[] {
  return parts.flatMap((part) =>
    isFont(part) ? [lettersOf(part)] : lettersOfFonts({ parts: part.parts ?? [] }),
  );
}

/** False where the page has no letter of those for which the font is. */
export function needsFont({ letters }: Pick<PageWords, 'letters'>, ranges: LettersOfFont): boolean {
  return (
    ranges.length === 0 ||
    ranges.some(([first, last]) => letters.values().some((letter) => first <= letter && letter <= last))
  );
}

function isFont({ text }: Part): boolean {
  return text.trim() === '@font-face';
}

function lettersOf({ parts = [] }: Part): LettersOfFont {
  return parts.flatMap((part) => part.ranges ?? []);
}

/** `sheet` without the custom properties that nothing uses: neither the rest of it nor `others`, by their names. */
export function usedProperties(sheet: Sheet, others: Iterable<string>): Sheet {
  const definitions = new Map<string, string[]>();
  const open = [...others];
  const look = ({ property, uses = [], parts = [] }: Part): void => {
    if (property === undefined) open.push(...uses);
    else definitions.set(property, [...(definitions.get(property) ?? []), ...uses]);
    parts.forEach(look);
  };
  sheet.parts.forEach(look);
  const used = new Set<string>();
  for (let name = open.pop(); name; name = open.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    open.push(...(definitions.get(name) ?? []));
  }
  return changeSheet(sheet, (part) =>
    part.property === undefined || used.has(part.property) ? part : undefined,
  );
}

function withSelectors(part: Part, selectors: readonly Selector[], words: PageWords): Part | undefined {
  const matching = selectors.filter((selector) => canMatch(selector, words));
  if (matching.length === selectors.length) return part;
  const [separator = ','] = /,\s*/.exec(part.text) ?? [];
  return matching.length > 0
    ? { ...part, text: matching.map(({ text }) => text).join(separator) }
    : undefined;
}

function canMatch(selector: Selector, { tags, classes, scopes }: PageWords): boolean {
  return (
    selector.classes.every((name) => classes.has(name)) &&
    selector.tags.every((name) => tags.has(name)) &&
    selector.scopes.every((name) => scopes.has(name))
  );
}
