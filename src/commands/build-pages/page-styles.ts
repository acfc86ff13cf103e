import postcss, { type AtRule, type ChildNode, type Container, type Rule } from 'postcss';

/** What a page holds that selectors can name. */
export interface PageWords {
  readonly tags: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** The attributes by which Astro scopes a component’s style. */
  readonly scopes: ReadonlySet<string>;
}

/** What scripts add to a page after it was built; a test looks into them for more. */
export const madeByScripts = {
  tags: 'a b button div li mark p small span table td th tr ul'.split(' '),
  classes: 'has-note muted note one-by-one small suggestions verdict visually-hidden'.split(' '),
} as const;

/** What browsers show slanted: without it a page needs no slanted font. */
const slanted = ['em', 'i', 'cite', 'dfn', 'var'];

/** True where a page shows something slanted. */
export function isSlanted({ tags }: PageWords): boolean {
  return slanted.some((tag) => tags.has(tag));
}

/** Sheets of scripts, which use the page’s tokens. */
export const sheetsOfScripts = ['src/search/browser/suggestions.css'] as const;

/** `css` without the rules that nothing in the page can match. What stands in `:is()`, `:not()` and `:has()` is not judged. */
export function usedRules(css: string, words: PageWords): string {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    if (isFrame(rule)) return;
    const selectors = rule.selectors.filter((selector) => canMatch(selector, words));
    if (selectors.length === 0) rule.remove();
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
  });
  if (!isSlanted(words))
    root.walkAtRules('font-face', (face) => {
      if (face.toString().includes('font-style:italic')) face.remove();
    });
  removeEmpty(root);
  return root.toString();
}

/** `css` without the custom properties that nothing uses: neither the rest of it nor `others`. */
export function usedProperties(css: string, others: string): string {
  const root = postcss.parse(css);
  const definitions = new Map<string, string>();
  const open = namesIn(others);
  root.walkDecls(({ prop, value }) => {
    if (prop.startsWith('--')) definitions.set(prop, `${definitions.get(prop) ?? ''} ${value}`);
    else open.push(...namesIn(value));
  });
  const used = new Set<string>();
  for (let name = open.pop(); name; name = open.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    open.push(...namesIn(definitions.get(name) ?? ''));
  }
  root.walkDecls(/^--/, (declaration) => {
    if (!used.has(declaration.prop)) declaration.remove();
  });
  removeEmpty(root);
  return root.toString();
}

function namesIn(text: string): string[] {
  return text.match(/--[a-z][\w-]*/g) ?? [];
}

function canMatch(selector: string, { tags, classes, scopes }: PageWords): boolean {
  const bare = selector.replace(/:[\w-]+\((?:[^()]|\([^()]*\))*\)/g, '').replace(/::?[\w-]+/g, '');
  const outside = bare.replace(/\[[^\]]*\]/g, '');
  return (
    [...outside.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name)) &&
    [...outside.matchAll(/(?<![\w.#-])[a-z][\w-]*/g)].every(([name]) => tags.has(name)) &&
    (bare.match(/data-astro-cid-\w+/g) ?? []).every((name) => scopes.has(name))
  );
}

function isFrame({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes');
}

function removeEmpty(container: Container<ChildNode>): void {
  container.each((node) => {
    if (!('nodes' in node) || !node.nodes) return;
    removeEmpty(node as Container<ChildNode>);
    if (node.nodes.length === 0) node.remove();
  });
}
