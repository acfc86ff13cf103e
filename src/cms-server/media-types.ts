import { isUtf8 } from 'node:buffer';
import { runsScript } from '../loader/cross-checks.ts';

type Test = (bytes: Buffer) => boolean;

const starts =
  (...beginnings: readonly string[]): Test =>
  (bytes) =>
    beginnings.some((beginning) => bytes.subarray(0, beginning.length).toString('latin1') === beginning);

const at =
  (offset: number, ...marks: readonly string[]): Test =>
  (bytes) =>
    marks.includes(bytes.subarray(offset, offset + 4).toString('latin1'));

/** Text that no browser takes for a page, whatever it is served as. */
const text: Test = (bytes) =>
  isUtf8(bytes) && !bytes.includes(0) && !/<(?:!doctype|html|script|svg)\b/i.test(bytes.toString());

const zip = starts('PK\u0003\u0004', 'PK\u0005\u0006');
const film: Test = at(4, 'ftyp');

/** An SVG as drawing programs write it, without anything that runs or fetches. */
const svg: Test = (bytes) => {
  const drawing = isUtf8(bytes) ? bytes.toString() : '';
  const decoded = drawing.replace(/&#x?[0-9a-f]+;/gi, '');
  if (!/<svg[\s>]/i.test(drawing) || decoded !== drawing || /<!ENTITY/i.test(drawing)) return false;
  const fetches =
    /(?:href|src)\s*=\s*["']?\s*(?!["'#]|data:image\/(?:png|jpe?g|webp|gif)[;,])\S|url\(\s*["']?\s*(?!["'#])\S|@import/i;
  return (
    !runsScript(drawing) &&
    !/<(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler|set|animate)\b/i.test(drawing) &&
    !fetches.test(drawing)
  );
};

/** The types of file an editor may upload, and how the first bytes of each look. HTML and code are not among them. */
const tests: Readonly<Record<string, Test>> = {
  '.jpg': starts('\u00ff\u00d8\u00ff'),
  '.jpeg': starts('\u00ff\u00d8\u00ff'),
  '.png': starts('\u0089PNG\r\n\u001a\n'),
  '.gif': starts('GIF87a', 'GIF89a'),
  '.webp': (bytes) => starts('RIFF')(bytes) && at(8, 'WEBP')(bytes),
  '.avif': (bytes) => film(bytes) && at(8, 'avif', 'avis', 'mif1')(bytes),
  '.svg': svg,
  '.pdf': starts('%PDF-'),
  '.docx': zip,
  '.xlsx': zip,
  '.pptx': zip,
  '.odt': zip,
  '.ods': zip,
  '.odp': zip,
  '.zip': zip,
  '.csv': text,
  '.txt': text,
  '.vtt': (bytes) => text(bytes) && /^\uFEFF?WEBVTT/.test(bytes.toString()),
  '.srt': text,
  '.mp4': film,
  '.m4a': film,
  '.webm': starts('\u001aE\u00df\u00a3'),
  '.mp3': (bytes) => starts('ID3')(bytes) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0),
};

/** The endings editors may upload, for the sentence that refuses another. */
export const mediaTypes: readonly string[] = Object.keys(tests).map((ending) => ending.slice(1));

export function isMediaType(ending: string): boolean {
  return ending.toLowerCase() in tests;
}

/** True where the bytes are what the ending says, and safe to serve. */
export function isWhatItSays(ending: string, bytes: Buffer): boolean {
  return tests[ending.toLowerCase()]?.(bytes) ?? false;
}

const shown: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/** Pictures are shown in the editor; everything else is only offered for download. */
export function contentTypeOf(ending: string): string {
  return shown[ending.toLowerCase()] ?? 'application/octet-stream';
}
