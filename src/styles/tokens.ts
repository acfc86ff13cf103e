/** Reads `tokens.css`, so that the design page and the tests speak of the values that pages have. */

export type Theme = 'light' | 'dark';

/** The value of each token by its name without dashes, as the file writes it. */
export type Tokens = ReadonlyMap<string, string>;

/** The tokens of `css` as they usually are, and as they are for who asks for more contrast. */
export function readTokens(css: string): { usual: Tokens; moreContrast: Tokens } {
  const plain = css.replace(/\/\*.*?\*\//gs, '');
  const [usual = '', ...media] = plain.split('@media');
  const more = media.filter((part) => part.trimStart().startsWith('(prefers-contrast: more)')).join('');
  return { usual: declared(usual), moreContrast: new Map([...declared(usual), ...declared(more)]) };
}

function declared(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The colour of token `name` in a theme, as #rrggbb. Throws where it is none. */
export function colourOf(tokens: Tokens, name: string, theme: Theme): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`There is no --${name} in src/styles/tokens.css.`);
  return resolved(tokens, value, theme);
}

function resolved(tokens: Tokens, value: string, theme: Theme): string {
  const pair = /^light-dark\((.+?\)?), (.+)\)$/.exec(value);
  if (pair) return resolved(tokens, (theme === 'light' ? pair[1] : pair[2]) ?? '', theme);
  const name = /^var\(--(.+)\)$/.exec(value)?.[1];
  if (name) return colourOf(tokens, name, theme);
  if (/^#[\da-f]{3}$/i.test(value)) return value.replace(/[\da-f]/gi, '$&$&');
  if (/^#[\da-f]{6}$/i.test(value)) return value;
  throw new Error(`“${value}” in src/styles/tokens.css is no colour: write it as #rrggbb.`);
}

/** The contrast of two colours written as #rrggbb, from 1 to 21, as WCAG 2 defines it. */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What the pairs below must reach. */
export const leastContrast = { text: 4.5, line: 3 } as const;

type Pair = readonly [colour: string, ground: string];

const grounds = ['page', 'tint', 'warm', 'raised', 'main-soft'];
const ownGround: readonly Pair[] = [
  ['on-main', 'main'],
  ['on-main', 'main-strong'],
  ['on-deep', 'deep'],
  ['on-deep-muted', 'deep'],
  ['good', 'good-soft'],
  ['bad', 'bad-soft'],
  ['bad', 'page'],
];

/** The colours of text, each with the grounds it stands on; names without `color-`. */
export const textPairs: readonly Pair[] = ['text', 'text-muted', 'main', 'main-strong', 'accent-text']
  .flatMap((text) => grounds.map((ground): Pair => [text, ground]))
  .concat(ownGround);

/** The colours of lines that say something, each with the grounds they are seen on. */
export const linePairs: readonly Pair[] = grounds
  .flatMap((ground): Pair[] => [
    ['focus', ground],
    ['border', ground],
  ])
  // What marks the page one is on, in the menu and the choice of languages.
  .concat([['accent-text', 'page']]);

/** The looks a reader may have the site in. */
export const looks = (['light', 'dark'] as const).flatMap((theme) =>
  [false, true].map((isStrong) => ({ theme, isStrong })),
);

/** The two ends of a size that grows with the window, in CSS pixels at the usual text size; both the same where it does not. */
export function rangeOf(tokens: Tokens, name: string): readonly [least: number, most: number] {
  const sizes = [...(tokens.get(name) ?? '').matchAll(/(?<![\w.])([\d.]+)rem/g)].map(
    ([, rem]) => Number(rem) * 16,
  );
  return [sizes[0] ?? 0, sizes.at(-1) ?? 0];
}
