import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palette } from '../../src/illustrations/palette.ts';
import {
  colourOf,
  contrastOf,
  leastContrast,
  linePairs,
  looks,
  rangeOf,
  readTokens,
  textPairs,
} from '../../src/styles/tokens.ts';

const { usual, moreContrast } = readTokens(
  readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8'),
);

for (const { theme, isStrong } of looks) {
  const tokens = isStrong ? moreContrast : usual;
  const where = `in the ${theme} theme${isStrong ? ', with more contrast' : ''}`;
  const contrast = (one: string, other: string) =>
    contrastOf(colourOf(tokens, `color-${one}`, theme), colourOf(tokens, `color-${other}`, theme));

  test.each(textPairs)(`the text colour %s can be read on %s ${where}`, (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(leastContrast.text);
  });

  test.each(linePairs)(`the line colour %s is seen on %s ${where}`, (line, ground) => {
    expect(contrast(line, ground)).toBeGreaterThanOrEqual(leastContrast.line);
  });
}

test('who asks for more contrast gets it for words, for what is beside them and for lines', () => {
  for (const theme of ['light', 'dark'] as const) {
    const against = (tokens: typeof usual, name: string) =>
      contrastOf(colourOf(tokens, name, theme), colourOf(tokens, 'color-page', theme));
    for (const name of ['color-text', 'color-text-muted', 'color-line', 'color-border'])
      expect(against(moreContrast, name), `${name}, ${theme}`).toBeGreaterThan(against(usual, name));
    expect(against(moreContrast, 'color-text-muted')).toBeGreaterThanOrEqual(7);
  }
});

test('contrast is measured as WCAG defines it', () => {
  expect(contrastOf('#ffffff', '#000000')).toBe(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a size that grows with the window has two ends', () => {
  expect(rangeOf(usual, 'size-hero')).toEqual([36, 68]);
  expect(rangeOf(usual, 'space-4')).toEqual([16, 16]);
});

test('a colour that no one defined, or that is none, is named', () => {
  expect(() => colourOf(usual, 'color-nowhere', 'light')).toThrow('There is no --color-nowhere');
  expect(() => colourOf(usual, 'space-4', 'light')).toThrow('“1rem” in src/styles/tokens.css is no colour');
});

test('pictures that are files have the colours of the pages', () => {
  for (const [name, colour] of Object.entries(palette))
    expect([name, usual.get(name.replace(/(\d+)$/, '-$1'))]).toEqual([name, colour]);
});
