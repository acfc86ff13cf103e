import type { Params, StringKey } from '../i18n/strings.ts';

/** Why a file may not lie among the media, in words of a string. */
export interface MediaMistake {
  readonly key: StringKey;
  readonly params: Params;
}

type Test = (bytes: Uint8Array) => boolean;

const signs = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const starts =
  (...beginnings: readonly string[]): Test =>
  (bytes) =>
    beginnings.some((beginning) => signs(bytes, 0, beginning.length) === beginning);

const at =
  (offset: number, ...marks: readonly string[]): Test =>
  (bytes) =>
    marks.includes(signs(bytes, offset, 4));

/** The text of a file; undefined for bytes that are none. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text that no browser takes for a page, whatever it is served as. */
const text: Test = (bytes) => {
  const read = textOf(bytes);
  return read !== undefined && !read.includes('\0') && !/<(?:!doctype|html|script|svg)\b/i.test(read);
};

const zip = starts('PK\u0003\u0004', 'PK\u0005\u0006');
const film: Test = at(4, 'ftyp');

/** The types of file an editor may upload, and how the first bytes of each look. HTML and code are not among them. */
const tests: Readonly<Record<string, Test>> = {
  jpg: starts('\u00ff\u00d8\u00ff'),
  jpeg: starts('\u00ff\u00d8\u00ff'),
  png: starts('\u0089PNG\r\n\u001a\n'),
  gif: starts('GIF87a', 'GIF89a'),
  webp: (bytes) => starts('RIFF')(bytes) && at(8, 'WEBP')(bytes),
  avif: (bytes) => film(bytes) && at(8, 'avif', 'avis', 'mif1')(bytes),
  svg: (bytes) => isPlainDrawing(textOf(bytes) ?? ''),
  pdf: starts('%PDF-'),
  docx: zip,
  xlsx: zip,
  pptx: zip,
  odt: zip,
  ods: zip,
  odp: zip,
  zip,
  csv: text,
  txt: text,
  vtt: (bytes) => text(bytes) && /^\uFEFF?WEBVTT/.test(textOf(bytes) ?? ''),
  srt: text,
  mp4: film,
  m4a: film,
  webm: starts('\u001aE\u00df\u00a3'),
  mp3: (bytes) => starts('ID3')(bytes) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0),
};

const largest = 25_000_000;

/** True for a name with an ending that media may have. */
export function hasMediaEnding(path: string): boolean {
  return Object.hasOwn(tests, endingOf(path));
}

/**
 * Why a file may not be uploaded to `path`, nor lie there: its type, its size, or bytes that are not what the ending says
 * or not safe to serve. Undefined for one that may. `read` is asked for the bytes only where they decide.
 */
export async function mediaMistake(
  path: string,
  size: number,
  read: () => Uint8Array | Promise<Uint8Array>,
): Promise<MediaMistake | undefined> {
  const ending = endingOf(path);
  if (!hasMediaEnding(path))
    return { key: 'editing.type', params: { path, types: Object.keys(tests).join(', ') } };
  if (size > largest) return { key: 'editing.size', params: { path, max: largest / 1e6 } };
  if (tests[ending]?.(await read())) return undefined;
  return { key: ending === 'svg' ? 'editing.svg' : 'editing.notThatType', params: { path } };
}

/** An SVG as drawing programs write it, without anything that runs or fetches. */
export function isPlainDrawing(svg: string): boolean {
  const hasHiddenSigns = /&#x?[0-9a-f]+;|<!ENTITY/i.test(svg);
  const runs =
    /<(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler|set|animate)\b|[\s/"']on[a-z]+\s*=|(?:javascript|data)\s*:\s*text|href\s*=\s*["']?\s*javascript:/i;
  const fetches =
    /(?:href|src)\s*=\s*["']?\s*(?!["'#]|data:image\/(?:png|jpe?g|webp|gif)[;,])\S|url\(\s*["']?\s*(?!["'#])\S|@import/i;
  return /<svg[\s>/]/i.test(svg) && !hasHiddenSigns && !runs.test(svg) && !fetches.test(svg);
}

function endingOf(path: string): string {
  return /[^/]\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
