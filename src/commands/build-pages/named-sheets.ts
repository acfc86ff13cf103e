import type { AstroIntegration, RouteData } from 'astro';

type Setup = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0];

/** What Astro knows of each route, its styles among it. */
export type RoutePages = Setup['pages'];

/**
 * Short names for the styles of routes. Astro would put 35 KB together for every page; what takes from a page the styles
 * it has no use for knows them by their name as well.
 */
export class NamedSheets {
  readonly #names = new Map<string, string>();
  readonly #texts = new Map<string, string>();
  readonly #done = new Set<string>();
  pages: RoutePages | undefined;

  /**
   * From now on pages of this route bear a name in the place of their styles. Astro brings these into order for the first
   * page, so that one must have been made. Nothing happens where not all of them are to stand in the page.
   */
  name({ route, component }: RouteData): void {
    const key = `${route} ${component}`;
    if (this.#done.has(key)) return;
    this.#done.add(key);
    const page = this.pages?.values().find((one) => one.component === component && one.route.route === route);
    const texts = page?.styles.flatMap(({ sheet }) => (sheet.type === 'inline' ? sheet.content : [])) ?? [];
    const text = texts.join('');
    if (!page || texts.length === 0 || texts.length < page.styles.length || text.includes('@import')) return;
    const content = this.#names.get(text) ?? `/*${this.#names.size}*/`;
    this.#names.set(text, content);
    this.#texts.set(content, text);
    page.styles = [{ depth: 0, order: 0, sheet: { type: 'inline', content } }];
  }

  /** All styles that bear a name, by that, in the order in which they got it. */
  get texts(): ReadonlyMap<string, string> {
    return this.#texts;
  }

  /** The styles that bear this name; what is no name is styles itself. */
  textOf(css: string): string {
    return this.#texts.get(css) ?? css;
  }
}
