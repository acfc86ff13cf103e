/**
 * The rooms of `src/`, lowest first: a file imports from its own room and those in earlier lines. Rooms on one line serve
 * each other.
 */
const order: readonly (readonly string[])[] = [
  ['site.ts', 'processes.ts', 'files-at.ts', 'packed-file.ts', 'heap.ts', 'env.d.ts'],
  ['i18n'],
  ['schema'],
  ['mdx'],
  ['loader'],
  ['catalogue'],
  ['traces'],
  ['content.ts'],
  ['search'],
  ['exports'],
  ['import'],
  ['cms'],
  ['illustrations', 'styles'],
  ['islands'],
  ['rendering'],
  ['blocks', 'components', 'layouts'],
  ['pages'],
  ['server'],
  ['cms-server'],
  ['commands'],
];

/** Stricter than the order: all that these rooms may import beside themselves, so that they stay pure or small. */
export const narrow: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  i18n: { rooms: ['site.ts'], packages: [] },
  schema: { rooms: ['i18n'], packages: ['zod'] },
  mdx: { rooms: ['i18n', 'schema'], packages: ['satteri', 'js-yaml', 'yaml', 'zod'] },
  catalogue: { rooms: ['i18n', 'schema'], packages: [] },
  rendering: { rooms: [], packages: ['astro', 'vite'] },
  islands: { rooms: ['i18n', 'catalogue', 'search'], packages: [] },
};

/** From these rooms only types come into the room named: its code runs in browsers, or knows nothing of checks. */
export const typesOnly: Readonly<Record<string, readonly string[]>> = {
  catalogue: ['schema'],
};

/** The room of a file of `src/`, or undefined for one that stands in none. */
export function roomOf(file: string): string | undefined {
  const name = file.split('/')[1] ?? '';
  return order.flat().find((room) => room === name);
}

/** True where a file of `from` may import one of `to`. */
export function mayImport(from: string, to: string): boolean {
  const levelOf = (room: string): number => order.findIndex((rooms) => rooms.includes(room));
  return levelOf(to) <= levelOf(from);
}
