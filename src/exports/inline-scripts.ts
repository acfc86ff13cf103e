import { posix } from 'node:path';
import { dataAddress } from './data-address.ts';

const imported = /\b(from|import)(\s*\(?\s*)(["'])(\.{1,2}\/[^"']+\.js)\3/g;

/**
 * Module scripts of a built site as they stand in a page that has no files beside it: an import map gives each file a name
 * and holds it. `read` gives the text of a file by its path from the site’s root.
 */
export function inlineScripts(entries: readonly string[], read: (path: string) => string): string {
  const imports = new Map<string, string>();
  const add = (path: string): void => {
    if (imports.has(nameOf(path))) return;
    imports.set(nameOf(path), '');
    const code = read(path).replace(imported, (_, word: string, space: string, quote: string, to: string) => {
      const target = posix.join(posix.dirname(path), to);
      add(target);
      return `${word}${space}${quote}${nameOf(target)}${quote}`;
    });
    imports.set(nameOf(path), dataAddress(path, Buffer.from(code)));
  };
  for (const entry of entries) add(entry);
  if (imports.size === 0) return '';
  const starts = entries.map((entry) => `import ${JSON.stringify(nameOf(entry))};`).join('');
  const map = JSON.stringify({ imports: Object.fromEntries(imports) });
  return `<script type="importmap">${map}</script><script type="module">${starts}</script>`;
}

/** A bare name, which only the import map knows. */
function nameOf(path: string): string {
  return `academy/${posix.basename(path)}`;
}
