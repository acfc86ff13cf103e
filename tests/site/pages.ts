import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A tag of a page: its name and attributes, entities read. An attribute without a value is the empty string. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Page {
  /** From the site’s root: /fr/courses/rgpd/ */
  readonly address: string;
  readonly file: string;
  readonly html: string;
  /** In the order of the page; what stands in scripts and styles is left out. */
  readonly tags: readonly Tag[];
}

/** The folder of the built site that these tests look at. Throws where nobody named one. */
export function siteFolder(): string {
  const folder = process.env['OUT_DIR'];
  if (!folder) throw new Error('Set OUT_DIR to the folder of a built site: npm test does.');
  return folder;
}

/** The files of the built site, from its root: /fr/index.html */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .sort();
}

/** Every HTML file of the built site. */
export function readPages(folder: string): Page[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return { address: file.replace(/index\.html$/, ''), file, html, tags: tagsIn(html) };
    });
}

/** True for what stands at a former address and only leads on. */
export function isRedirect({ tags }: Page): boolean {
  return tags.some(({ attributes }) => attributes['http-equiv'] === 'refresh');
}

/** True for a page in one of the languages: neither the root nor a redirect, nor a file to take along. */
export function isContentPage(page: Page): boolean {
  return /^\/(?:fr|de|lb|en)\/(?:.+\/)?$/.test(page.address) && !isRedirect(page);
}

export function tagsNamed({ tags }: Page, name: string): Tag[] {
  return tags.filter((tag) => tag.name === name);
}

/** The text of the first element called `name`, without what is marked up in it. */
export function textOf({ html }: Page, name: string): string {
  const [, inner = ''] = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`).exec(html) ?? [];
  return withoutEntities(inner.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

function tagsIn(html: string): Tag[] {
  const shown = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1</$2>');
  return [...shown.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name = '', attributes = '']) => ({ name, attributes: attributesIn(attributes) }),
  );
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([^\s=>"/]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      withoutEntities(value),
    ]),
  );
}

function withoutEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/&quot;|&#34;/g, '"')
    .replaceAll('&#39;', "'")
    .replace(/&amp;|&#38;/g, '&');
}
