/**
 * Makes `src/styles/fonts/` again from the font package: the letters that the site uses, in its weights, which takes more
 * than half of what a reader loads. Wants a tool that nothing else needs:
 *
 *   npm install --no-save subset-font@2.9.0
 *   node src/commands/make-fonts.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';

const { default: subsetFont } = await import('subset-font');
const from = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/';
const into = 'src/styles/fonts/';
const css = readFileSync('src/styles/fonts.css', 'utf8');
/** What French, German, Luxembourgish and English are written with; the ranges of the other files are in `fonts.css`. */
const ours =
  'U+20-7E, U+A0, U+AB, U+AD, U+B0, U+B7, U+BB, U+C0, U+C2, U+C4, U+C6-CB, U+CE-CF, U+D4, U+D6-D7, U+D9, U+DB-DC, U+DF-E0, U+E2, U+E4, U+E6-EB, U+EE-EF, U+F4, U+F6, U+F9, U+FB-FC, U+FF, U+152-153, U+2002-2015, U+2019, U+201C-201E, U+2022, U+2026, U+202F, U+2060, U+20AC, U+2190-2193, U+2212';
/** Widths and kerning stay; the table that repeats widths, and features that no page asks for, go. */
const cut = {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 750, default: 400 } },
  noHinting: true,
  noLayoutClosure: true,
  keepFeatures: ['kern'],
  dropTables: ['GSUB', 'HVAR', 'MVAR', 'STAT'],
};

for (const [, name] of css.matchAll(/fonts\/([\w-]+)\.woff2/g)) {
  const source = readFileSync(`${from}atkinson-hyperlegible-next-${name.replace('-rest', '')}.woff2`);
  const letters = lettersOf(name);
  const font = await subsetFont(source, letters, cut);
  writeFileSync(`${into}${name}.woff2`, font);
  console.log(`${into}${name}.woff2: ${font.length} bytes, ${source.length} before`);
}

/** All letters of the file. */
function lettersOf(name) {
  const face = css.split('@font-face').find((part) => part.includes(`fonts/${name}.woff2`));
  const ranges = /unicode-range:([^;]+);/.exec(face)?.[1] ?? ours;
  return [...ranges.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)]
    .flatMap(([, first, last = first]) => {
      const [start, end] = [first, last].map((code) => Number.parseInt(code, 16));
      return Array.from({ length: end - start + 1 }, (_, index) => String.fromCodePoint(start + index));
    })
    .join('');
}
