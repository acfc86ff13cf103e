import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const [script, source] = ['<script type="module"', ' src="'];
/** What a script needs before it runs; what it may need later stands in brackets: `import("./later.js")`. */
const imported = /\b(?:from|import)\s*"(\.\/[^"]+\.js)"/g;

/**
 * Has each page name, in its head, the files that its scripts import: a browser then asks for all at once and not for one
 * after the other. They wait for what is seen, as the scripts do. `folder` is where the build writes scripts, before it
 * makes a page; its address in the site is `basePath`.
 */
export function nameScriptsEarly(folder: string, basePath: string): (html: string) => string {
  const known = new Map<string, readonly string[]>();
  const importsOf = (address: string): readonly string[] => {
    const found = known.get(address) ?? importsIn(address, folder, basePath);
    known.set(address, found);
    return found;
  };
  const linksFor = (entries: readonly string[]): string => {
    const all = new Set(entries);
    for (const address of all) for (const other of importsOf(address)) all.add(other);
    return [...all]
      .slice(entries.length)
      .map((address) => `<link rel="modulepreload" href="${address}" fetchpriority="low">`)
      .join('');
  };
  return (html) => {
    const links = linksFor(scriptsOf(html));
    const head = html.indexOf('</head>');
    return head < 0 ? html : html.slice(0, head) + links + html.slice(head);
  };
}

function scriptsOf(html: string): string[] {
  const addresses: string[] = [];
  for (let at = html.indexOf(script); at >= 0; at = html.indexOf(script, at + 1)) {
    const from = html.indexOf(source, at) + source.length;
    if (from < html.indexOf('>', at)) addresses.push(html.slice(from, html.indexOf('"', from)));
  }
  return addresses;
}

function importsIn(address: string, folder: string, basePath: string): string[] {
  const code = readFileSync(join(folder, address.slice(basePath.length)), 'utf8');
  return [...code.matchAll(imported)].map(([, other = '']) => posix.join(posix.dirname(address), other));
}
