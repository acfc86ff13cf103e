import { globSync, readFileSync } from 'node:fs';
import { transform } from '@astrojs/compiler-rs';
import { expect, test } from 'vitest';
import { withoutWaiting, withYoungSlots } from '../../src/rendering/quick-rendering.ts';

/** A template as Astro compiles it. */
async function compiled(source: string): Promise<string> {
  const { code } = await transform(source, { internalURL: 'astro/compiler-runtime', filename: 'a.astro' });
  return code;
}

test('every template that Astro compiles renders elements and scripts without waiting', async () => {
  const sources = globSync('src/**/*.astro').map((file) => readFileSync(file, 'utf8'));
  const codes = await Promise.all(sources.map(compiled));
  const called = (name: string) => codes.filter((code) => code.includes(`$$${name}(`));
  expect(called('renderComponent').length).toBeGreaterThan(50);
  expect(called('renderScript').length).toBeGreaterThan(5);
  for (const code of codes) {
    const changed = withoutWaiting(code);
    expect(changed).not.toMatch(/\$\$render(?:Component|Script)\(/);
    expect(changed.includes("from '/src/rendering/render-element.ts'")).toBe(
      code.includes('$$renderComponent('),
    );
    expect(changed.includes("from '/src/rendering/known-script.ts'")).toBe(code.includes('$$renderScript('));
  }
});

test('a template without any stays as it is compiled', async () => {
  const code = await compiled('<p>A</p>');
  expect(withoutWaiting(code)).toBe(code);
});

test('Astro keeps the slots of components as this looks for', () => {
  const file = new URL(
    'runtime/server/render/astro/instance.js',
    import.meta.resolve('astro/compiler-runtime').replace(/runtime\/compiler\/.*/, ''),
  );
  const code = readFileSync(file, 'utf8');
  const changed = withYoungSlots(code);
  expect(changed).not.toBe(code);
  expect(changed).not.toMatch(/\] = \(\) =>/);
});
