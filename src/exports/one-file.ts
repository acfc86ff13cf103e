import { posix } from 'node:path';
import { sizeWords } from '../i18n/file-size.ts';
import type { Locale } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { dataAddress } from './data-address.ts';
import { type HtmlTag, rewriteTags, startTag } from './html-tags.ts';
import { inlineScripts } from './inline-scripts.ts';

/** Films, sounds and downloads up to this size, in bytes, are put into the file; pictures always are. */
export const mostEmbeddedBytes = 3_000_000;

/** The site a page is taken from. */
export interface BuiltSite {
  /** `https://academie.example` */
  readonly address: string;
  readonly basePath: string;
  /** The content of a file by its path from the folder of the site; undefined where there is none. */
  readonly read: (path: string) => Uint8Array | undefined;
}

/**
 * The page `html` of a built site with everything it needs in itself, so that it works from a disk: styles, fonts, scripts,
 * pictures, and media up to `mostEmbeddedBytes`. Larger ones and links lead to the site; a note says so.
 */
export function oneFile(html: string, locale: Locale, site: BuiltSite): string {
  const scripts: string[] = [];
  const sheets: string[] = [];
  /** What is said after the film or sound that is being read: that it is not in the file. */
  let note = '';
  const rewritten = rewriteTags(html, (tag) => {
    const { name, attributes, isEnd, content } = tag;
    const path = pathOf(attributes.get('src') ?? attributes.get('href'), site);
    if (name === 'style') return `<style>${withFiles(content ?? '', site)}</style>`;
    if (name === 'script' && path) scripts.push(path);
    if (name === 'link' && attributes.get('rel') === 'stylesheet' && path) sheets.push(path);
    if (isLoadedElsewhere(tag)) return '';
    if (isEnd && (name === 'video' || name === 'audio')) {
      const said = note;
      note = '';
      return `</${name}>${said}`;
    }
    if (isEnd) return undefined;
    if (path && isPlayed(name) && !embedded(path, site)) note = noteOf(path, locale, site);
    return withAddresses(tag, site);
  });
  const style = sheets.map((path) => `<style>${withFiles(textOf(path, site), site)}</style>`).join('');
  const code = inlineScripts(scripts, (path) => textOf(path, site));
  return rewritten.replace('</head>', () => `${style}</head>`).replace('</body>', () => `${code}</body>`);
}

/** Scripts, sheets and hints at fonts: they come back in one place. */
function isLoadedElsewhere({ name, attributes }: HtmlTag): boolean {
  if (name === 'script') return attributes.has('src');
  return name === 'link' && /^(?:stylesheet|preload|modulepreload)$/.test(attributes.get('rel') ?? '');
}

function isPlayed(name: string): boolean {
  return name === 'video' || name === 'audio' || name === 'source';
}

function withAddresses({ name, attributes }: HtmlTag, site: BuiltSite): string | undefined {
  const changed = new Map(attributes);
  const sizes = changed.get('srcset');
  // Of the sizes of a picture the widest, which stands last.
  if (sizes !== undefined) changed.set('src', sizes.split(',').at(-1)?.trim().split(' ')[0] ?? '');
  for (const size of ['srcset', 'sizes']) changed.delete(size);
  for (const key of ['src', 'poster', 'href']) {
    const address = changed.get(key);
    const path = pathOf(address, site);
    if (address === undefined || path === undefined) continue;
    const isFile = key !== 'href' || name === 'link' || changed.has('download');
    const inside = isFile ? embedded(path, site, name === 'img' || key === 'poster') : undefined;
    changed.set(key, inside ?? site.address + address);
    if (inside && name === 'a') changed.set('download', posix.basename(path));
  }
  return [...changed].some(([key, value]) => attributes.get(key) !== value) || sizes !== undefined
    ? startTag(name, changed)
    : undefined;
}

/** The file at `path` as an address; undefined where it is too large, or none. */
function embedded(path: string, site: BuiltSite, whateverSize = false): string | undefined {
  const content = site.read(path);
  if (!content || (!whateverSize && content.length > mostEmbeddedBytes)) return undefined;
  return dataAddress(path, content);
}

function noteOf(path: string, locale: Locale, site: BuiltSite): string {
  const { t } = stringsFor(locale);
  const size = sizeWords(site.read(path)?.length ?? 0, locale);
  const link = `<a href="${site.address}${site.basePath}${path}">${t('module-file.to-site')}</a>`;
  return `<p class="small" data-elsewhere>${t('module-file.elsewhere', { size })} ${link}</p>`;
}

/** A style sheet with the fonts and pictures it names in itself. */
function withFiles(css: string, site: BuiltSite): string {
  return css.replace(/url\((["']?)([^"')]+)\1\)/g, (whole, _, address: string) => {
    const path = pathOf(address, site);
    const content = path === undefined ? undefined : site.read(path);
    return path && content ? `url(${dataAddress(path, content)})` : whole;
  });
}

/** The path of an address of this site from its folder; undefined for others. */
function pathOf(address: string | undefined, { basePath }: BuiltSite): string | undefined {
  if (!address?.startsWith(basePath) || address.startsWith('//')) return undefined;
  return decodeURIComponent(address.slice(basePath.length).replace(/[?#].*$/s, ''));
}

function textOf(path: string, site: BuiltSite): string {
  const content = site.read(path);
  if (!content) throw new Error(`The page names “${path}”, which the build did not make.`);
  return Buffer.from(content).toString('utf8');
}
