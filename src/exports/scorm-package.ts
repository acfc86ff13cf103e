import { strToU8, zipSync } from 'fflate';
import { rewriteTags, startTag, textOfAttribute } from './html-tags.ts';
import type { BuiltSite } from './one-file.ts';
import { type PackagedModule, scormManifest, startPage } from './scorm-manifest.ts';

/** The same bytes for the same content; ZIP knows no earlier day. */
const dayOfFiles = new Date(1980, 0, 1);

/**
 * A SCORM 1.2 package: the file of a module (`html`) as its start page, with what was too large for that file beside it.
 * With `mastery`, a score out of 100, platforms count the module as passed or failed; without it as completed.
 */
export function scormPackage(
  slug: string,
  html: string,
  site: BuiltSite,
  mastery?: number | undefined,
): Uint8Array {
  const { page, files } = withFilesBeside(html, site);
  const manifest = scormManifest(moduleIn(slug, html), [startPage, ...files.keys()], mastery);
  const content = {
    'imsmanifest.xml': strToU8(manifest),
    [startPage]: strToU8(page),
    ...Object.fromEntries(files),
  };
  return zipSync(content, { level: 9, mtime: dayOfFiles });
}

/** What was left on the site for its size comes along, and the notes that say where it is go. */
function withFilesBeside(html: string, site: BuiltSite): { page: string; files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  const root = site.address + site.basePath;
  const withoutNotes = html.replace(/<p class="small" data-elsewhere>[\s\S]*?<\/p>/g, '');
  const page = rewriteTags(withoutNotes, ({ name, isEnd, attributes }) => {
    const isFile = name === 'source' || name === 'video' || name === 'audio' || attributes.has('download');
    if (isEnd || !isFile) return undefined;
    const changed = new Map(attributes);
    for (const key of ['src', 'href']) {
      const address = attributes.get(key);
      if (!address?.startsWith(root)) continue;
      const path = decodeURIComponent(address.slice(root.length));
      const content = site.read(path);
      if (!content) continue;
      files.set(path, content);
      changed.set(key, encodeURI(path));
    }
    return startTag(name, changed);
  });
  return { page, files };
}

/** What the file of a module says of itself. */
function moduleIn(slug: string, html: string): PackagedModule {
  const found = { language: '', title: '', summary: '', minutes: 0 };
  rewriteTags(html, ({ name, isEnd, attributes }) => {
    if (isEnd) return undefined;
    const read = (key: string) => textOfAttribute(attributes.get(key) ?? '');
    if (name === 'html') found.language = read('lang');
    if (name === 'meta' && attributes.get('name') === 'description') found.summary = read('content');
    if (name === 'module-progress' && attributes.has('data-title')) {
      found.title = read('data-title');
      found.minutes = Number(read('data-minutes'));
    }
    return undefined;
  });
  return { slug, ...found };
}
