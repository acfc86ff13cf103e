import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf } from './architecture/imports.ts';
import { violationsIn } from './architecture/violations.ts';

test('every file stands in a known room and imports from the rooms below it, without circles', () => {
  const files = globSync('src/**/*.*');
  expect(files.length).toBeGreaterThan(50);
  expect(
    violationsIn(new Map(files.map((file) => [file, isCode(file) ? readFileSync(file, 'utf8') : '']))),
  ).toEqual([]);
});

test('a page may import a component, a component no page', () => {
  const down = ['src/pages/index.astro', "---\nimport Card from '../components/Card.astro';\n---\n"] as const;
  const up = ['src/components/Card.astro', "---\nimport Index from '../pages/index.astro';\n---\n"] as const;
  expect(violationsIn(new Map([down]))).toEqual([]);
  expect(violationsIn(new Map([up]))).toEqual([
    'src/components/Card.astro must not import src/pages/index.astro',
  ]);
});

test('the catalogue takes types from the schema, but none of its code', () => {
  const file = (text: string) => violationsIn(new Map([['src/catalogue/hours.ts', text]]));
  expect(file("import type { Course } from '../schema/course.ts';")).toEqual([]);
  expect(file("import { course } from '../schema/course.ts';")).toEqual([
    'src/catalogue/hours.ts may import types only from src/schema/course.ts',
  ]);
  expect(file("import { readFile } from 'node:fs/promises';")).toHaveLength(1);
});

test('what runs in the browser never brings the schema along', () => {
  const script = "<p></p>\n<script>\nimport '../schema/course.ts';\n</script>\n";
  expect(importsOf('src/components/Card.astro', script)).toMatchObject([{ to: 'src/schema/course.ts' }]);
  const island = new Map([
    ['src/islands/live.ts', "import { z } from 'zod';\nimport '../schema/course.ts';"],
  ]);
  expect(violationsIn(island)).toHaveLength(2);
});

test('a circle is named with all of its files, unless it consists of types', () => {
  const circle = (word: string) =>
    violationsIn(
      new Map([
        ['src/i18n/a.ts', "export { b } from './b.ts';"],
        ['src/i18n/b.ts', `import ${word}{ c } from './c.ts';`],
        ['src/i18n/c.ts', "const a = await import('./a.ts');"],
      ]),
    );
  expect(circle('')).toEqual(['src/i18n/a.ts → src/i18n/b.ts → src/i18n/c.ts → src/i18n/a.ts is a circle']);
  expect(circle('type ')).toEqual([]);
});

test('a room that nobody knows and a name that says nothing are refused', () => {
  const files = new Map(
    ['src/misc/a.ts', 'src/catalogue/utils/b.ts', 'src/i18n/helpers.ts'].map((file) => [file, '']),
  );
  expect(violationsIn(files)).toHaveLength(3);
});

test('an import in a comment or in a text is none', () => {
  expect(importsOf('src/site.ts', "// import '../a.ts'\nconst text = `import './b.ts'`;")).toEqual([]);
});

function isCode(file: string): boolean {
  return /\.(?:ts|mjs|astro)$/.test(file);
}
