import type { PageScan } from './page-scan.ts';
import { changeSheet, type Part, type Selector, type Sheet } from './sheet.ts';

/** Sheets of scripts, which use the page’s tokens. */
export const sheetsOfScripts = ['src/search/browser/suggestions.css'] as const;

/** `sheet` without the rules that nothing in the page can match, and the fonts that it does not need. */
export function usedRules(sheet: Sheet, page: Pick<PageScan, 'found' | 'letters'>): Sheet {
  return changeSheet(sheet, (part) => {
    if (part.selectors) return withSelectors(part, part.selectors, page.found);
    return isFont(part) && !needsFont(page, lettersOf(part)) ? undefined : part;
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
export function needsFont({ letters }: Pick<PageScan, 'letters'>, ranges: LettersOfFont): boolean {
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

/** `sheet` without the custom properties that nothing uses: neither the rest of it nor `others`, by their places. */
export function usedProperties(sheet: Sheet, others: Iterable<number>): Sheet {
  const definitions = new Map<number, number[]>();
  const open = [...others];
  const look = ({ property, uses = [], parts = [] }: Part): void => {
    if (property === undefined) open.push(...uses);
    else definitions.set(property, [...(definitions.get(property) ?? []), ...uses]);
    parts.forEach(look);
  };
  sheet.parts.forEach(look);
  const used = new Set<number>();
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (used.has(place)) continue;
    used.add(place);
    open.push(...(definitions.get(place) ?? []));
  }
  return changeSheet(sheet, (part) =>
    part.property === undefined || used.has(part.property) ? part : undefined,
  );
}

function withSelectors(part: Part, selectors: readonly Selector[], found: Uint8Array): Part | undefined {
  const matching = selectors.filter(({ needs }) => needs.every((place) => found[place] === 1));
  if (matching.length === selectors.length) return part;
  const [separator = ','] = /,\s*/.exec(part.text) ?? [];
  return matching.length > 0
    ? { ...part, text: matching.map(({ text }) => text).join(separator) }
    : undefined;
}
