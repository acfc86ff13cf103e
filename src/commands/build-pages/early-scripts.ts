import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What a script needs before it runs; what it may need later stands in brackets: `import("./later.js")`. */
const imported = /\b(?:from|import)\s*"(\.\/[^"]+\.js)"/g;

/**
 * What names, in the head of a page, the files that its scripts import: a browser then asks for all at once and not for one
 * after the other. They wait for what is seen, as the scripts do. `folder` is where the build writes scripts, before it
 * makes a page; its address in the site is `basePath`. What is returned makes links, in UTF-8, of the addresses of scripts.
 */
export function importLinks(folder: string, basePath: string): (addresses: readonly string[]) => Uint8Array {
  const imports = new Map<string, readonly string[]>();
  const importsOf = (address: string): readonly string[] => {
    const found = imports.get(address) ?? importsIn(address, folder, basePath);
    imports.set(address, found);
    return found;
  };
  const known = new Map<string, Uint8Array>();
  return (addresses) => {
    const key = addresses.join(' ');
    const links = known.get(key) ?? Buffer.from(linksFor(addresses, importsOf));
    known.set(key, links);
    return links;
  };
}

function linksFor(scripts: readonly string[], importsOf: (address: string) => readonly string[]): string {
  const all = new Set(scripts);
  for (const address of all) for (const other of importsOf(address)) all.add(other);
  return [...all]
    .slice(new Set(scripts).size)
    .map((address) => `<link rel="modulepreload" href="${address}" fetchpriority="low">`)
    .join('');
}

function importsIn(address: string, folder: string, basePath: string): string[] {
  const code = readFileSync(join(folder, address.slice(basePath.length)), 'utf8');
  return [...code.matchAll(imported)].map(([, other = '']) => posix.join(posix.dirname(address), other));
}
