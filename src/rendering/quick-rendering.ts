import type { Plugin } from 'vite';

/** What a compiled template calls, and where what it calls instead is. */
const instead = [
  { call: /\$\$renderComponent\(/g, name: 'renderComponent', file: '/src/rendering/render-element.ts' },
  { call: /\$\$renderScript\(/g, name: 'knownScript', file: '/src/rendering/known-script.ts' },
] as const;

/** Where Astro holds the slots of a component. */
const instance = 'astro/dist/runtime/server/render/astro/instance.js';

/** The statement that does it, up to the function. */
const assignment = /(this\.slotValues\[name\] =) \(\) =>/;

/**
 * Has Astro render pages in less time and memory; they come out the same. Where a new version of Astro is compiled otherwise
 * than this looks for, pages are rendered as Astro renders them, and a test fails.
 */
export function quickRendering(): Plugin {
  return {
    name: 'quick-rendering',
    apply: 'build',
    transform: {
      filter: { id: [/\.astro$/, new RegExp(`${instance.replaceAll('.', '\\.')}$`)] },
      handler: (code, id) => ({
        code: id.endsWith(instance) ? withYoungSlots(code) : withoutWaiting(code),
        map: null,
      }),
    },
  };
}

/**
 * What comes after something that Astro has to wait for it renders apart, into buffers. It waits for each custom element, and for
 * each element whose name a template computes, since it takes them for components of another framework; and for each script of a
 * component, whose address it asks for anew.
 */
export function withoutWaiting(template: string): string {
  let changed = template;
  for (const { call, name, file } of instead) {
    const next = changed.replace(call, `quick_${name}(`);
    // At the end, so that the order of what a page imports, its styles among it, stays as it is.
    if (next !== changed) changed = `${next}\nimport { ${name} as quick_${name} } from '${file}';`;
  }
  return changed;
}

/**
 * A function that is written where a property is set V8 lays among what is old, and with it all that the function can reach: here
 * the whole page, which then takes memory until the old is collected. A choice in its place is not such a function.
 */
export function withYoungSlots(code: string): string {
  return code.replace(assignment, '$1 slots === undefined ? undefined : () =>');
}
