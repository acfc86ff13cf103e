/**
 * Makes `src/styles/fonts/` again from the font package: the letters that `fonts.css` names, in the weights that the site
 * uses, which halves what a reader loads. Wants a tool that nothing else needs:
 *
 *   npm install --no-save subset-font@2.9.0
 *   node src/commands/make-fonts.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';

const { default: subsetFont } = await import('subset-font');
const from = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/';
const into = 'src/styles/fonts/';
const wght = { min: 400, max: 750, default: 400 };

for (const [, name] of readFileSync('src/styles/fonts.css', 'utf8').matchAll(/fonts\/([\w-]+)\.woff2/g)) {
  const source = readFileSync(`${from}atkinson-hyperlegible-next-${name}.woff2`);
  const letters = lettersOf(name);
  const font = await subsetFont(source, letters, { targetFormat: 'woff2', variationAxes: { wght } });
  writeFileSync(`${into}${name}.woff2`, font);
  console.log(`${into}${name}.woff2: ${font.length} bytes, ${source.length} before`);
}

/** All letters of the unicode ranges of the face that loads this file. */
function lettersOf(name) {
  const face = readFileSync('src/styles/fonts.css', 'utf8')
    .split('@font-face')
    .find((part) => part.includes(`fonts/${name}.woff2`));
  const ranges = /unicode-range:([^;]+);/.exec(face)[1].matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g);
  return [...ranges]
    .flatMap(([, first, last = first]) => {
      const [start, end] = [first, last].map((code) => Number.parseInt(code, 16));
      return Array.from({ length: end - start + 1 }, (_, index) => String.fromCodePoint(start + index));
    })
    .join('');
}
