import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palette } from '../../src/illustrations/palette.ts';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const [usual = ''] = css.split('@media');
const tokens = new Map(
  [...usual.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value ?? '']),
);
const themes = ['light', 'dark'] as const;

/** The colour a token has in a theme, as #rrggbb. */
function colourOf(value: string, theme: (typeof themes)[number]): string {
  const pair = /^light-dark\((.+?\)?), (.+)\)$/.exec(value);
  if (pair) return colourOf((theme === 'light' ? pair[1] : pair[2]) ?? '', theme);
  const name = /^var\(--(.+)\)$/.exec(value)?.[1];
  return name ? colourOf(tokens.get(name) ?? '', theme) : value;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: (typeof themes)[number]): number {
  const [a, b] = [one, other].map((name) => luminance(colourOf(`var(--color-${name})`, theme)));
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05);
}

const grounds = ['page', 'tint', 'warm', 'raised', 'main-soft'];
const texts = ['text', 'text-muted', 'main', 'main-strong', 'accent-text'];
const readable = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ['on-main', 'main'],
  ['on-main', 'main-strong'],
  ['on-deep', 'deep'],
  ['on-deep-muted', 'deep'],
  ['good', 'good-soft'],
  ['bad', 'bad-soft'],
  ['bad', 'page'],
] as const;
const visible = [
  ...grounds.map((ground) => ['focus', ground] as const),
  ['border', 'page'],
  ['border', 'raised'],
  ['border', 'tint'],
] as const;

for (const theme of themes) {
  test.each(readable)(`the text colour %s can be read on %s in the ${theme} theme`, (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(visible)(`the line colour %s is seen on %s in the ${theme} theme`, (line, ground) => {
    expect(contrast(line, ground, theme)).toBeGreaterThanOrEqual(3);
  });
}

test('pictures that are files have the colours of the pages', () => {
  for (const [name, colour] of Object.entries(palette))
    expect([name, tokens.get(name.replace(/(\d+)$/, '-$1'))]).toEqual([name, colour]);
});
