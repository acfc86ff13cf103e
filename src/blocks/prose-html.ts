import type { Locale } from '../i18n/locales.ts';
import { fileUrl, urlFor } from '../i18n/urls.ts';
import type { Segment } from '../mdx/body.ts';

/** `html` with the addresses of this site in `locale`: `/courses/a/` is the page in that language, `/media/a.pdf` the file. */
export function linksWithin(html: string, locale: Locale): string {
  return html.replace(
    /<a href="\/([^"]*)"/g,
    (_, path: string) => `<a href="${path.startsWith('media/') ? fileUrl(path) : urlFor(locale, path)}"`,
  );
}

/** For each segment the level of a heading that would stand there: one below the heading before it, `first` before all. */
export function headingLevels(segments: readonly Segment[], first: number): number[] {
  let level = first;
  return segments.map((segment) => {
    const before = level;
    const headings = segment.kind === 'html' ? [...segment.html.matchAll(/<h([1-6])[ >]/g)] : [];
    const last = headings.at(-1)?.[1];
    if (last) level = Math.min(6, Number(last) + 1);
    return before;
  });
}
