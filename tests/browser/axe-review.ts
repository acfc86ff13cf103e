import type { NodeResult } from 'axe-core';

export interface Explanation {
  /** The rule of axe, and the key of its message where it has several. */
  readonly rule: string;
  readonly message?: string;
  /** Where: its own tag as axe prints it, or the names of the elements it stands in. */
  readonly html?: RegExp;
  readonly inside?: RegExp;
  /** Why axe cannot decide, and how a person did. */
  readonly reason: string;
}

/** What axe marks “needs review” on pages as they come, each looked at by a person. */
export const explanations: readonly Explanation[] = [
  {
    rule: 'color-contrast',
    message: 'nonBmp',
    html: /^<button type="button" data-move=/,
    reason:
      'An arrow is no letter to axe. It has the colour “main” on “raised”, which tests/styles/tokens.test.ts measures.',
  },
  {
    rule: 'label-content-name-mismatch',
    html: /^<button type="button" data-move=/,
    reason:
      'What is seen is an arrow, not words that one could say; the name says what it does with which item.',
  },
  {
    rule: 'color-contrast',
    message: 'pseudoContent',
    inside: /ticked-list\S* > ol\S* > li/,
    reason:
      'The number of a step and the line to the next are drawn beside its words; these stand on the colour of the page.',
  },
  {
    rule: 'color-contrast',
    inside: /section\S* > table\S* > t(?:body|head)\S* > tr\S* > t[dh]/,
    reason:
      'On a narrow screen a table scrolls sideways; axe does not see the cells outside. They have the colours of the others.',
  },
  {
    rule: 'audio-caption',
    html: /^<audio /,
    reason: 'The words of a recording follow it as text: the schema demands them.',
  },
];

/** What lies over a page for a while hides it from axe: what is below is looked at on every page without it. */
export const inModalWindow: Explanation = {
  rule: 'color-contrast',
  inside: /dialog/,
  reason:
    'A modal window lies above all; axe asks about what it covers. Its words have the colours of pages on “page”.',
};
export const belowSuggestions: Explanation = {
  rule: 'color-contrast',
  message: 'bgOverlap',
  reason: 'The list of suggestions lies over it, until one goes on.',
};

const used = new Set<Explanation>();

/** Why a “needs review” of axe is none, by what is known of all pages or of this state; undefined where nobody has said so. */
export function explanationOf(
  rule: string,
  node: NodeResult,
  ofState: readonly Explanation[],
): string | undefined {
  const keys = [...node.any, ...node.all, ...node.none].map(({ data }) => data?.messageKey as unknown);
  const found = [...ofState, ...explanations].find(
    (known) =>
      known.rule === rule &&
      (known.message === undefined || keys.includes(known.message)) &&
      (known.html?.test(node.html) ?? true) &&
      (known.inside?.test(String(node.ancestry)) ?? true),
  );
  if (found) used.add(found);
  return found?.reason;
}

/** Those of the explanations that nothing has asked for since the tests began: what they explain is gone. */
export function unusedExplanations(among: readonly Explanation[] = explanations): string[] {
  return among.filter((known) => !used.has(known)).map(({ rule, reason }) => `${rule}: ${reason}`);
}

/** A title that fills two lines in the list of suggestions. */
export const inSuggestions: Explanation = {
  rule: 'color-contrast',
  message: 'elmPartiallyObscuring',
  inside: /search-field/,
  reason:
    'The lines of an option are not as long as its box, and axe does not see that all of it lies on the list’s own ground: “text” on “raised”, which tests/styles/tokens.test.ts measures.',
};
