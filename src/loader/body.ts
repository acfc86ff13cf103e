import type { Locale } from '../i18n/locales.ts';
import { type Body, parseBody } from '../mdx/body.ts';
import { blocks } from '../schema/blocks.ts';
import type { BodyPlace } from '../schema/entry.ts';
import type { Mistake } from '../schema/mistakes.ts';
import type { ContentFile } from './files.ts';
import type { Parts } from './front-matter.ts';
import type { PlacedReference } from './read-entry.ts';
import { referencesIn } from './references.ts';

export interface ReadBody {
  readonly place: BodyPlace;
  readonly references: readonly PlacedReference[];
  readonly mistakes: readonly Mistake[];
  readonly notices: readonly Mistake[];
}

/** The frame of a page has these; a heading “Content” must not take one. */
const idsOfEveryPage = ['content', 'menu', 'header-search'];

/** The level of a body’s highest headings on most pages, and when the content is checked. */
export const levelOfBodies = 2;

/** A body as pages show it, and every mistake in it; its headings from `baseLevel`. */
export function bodyIn(
  source: string,
  { file, line: firstLine }: Pick<BodyPlace, 'file' | 'line'>,
  locale: Locale,
  baseLevel = levelOfBodies,
): Body {
  return parseBody(source, { blocks, locale, baseLevel, file, firstLine, reservedIds: idsOfEveryPage });
}

/** A file's body: where it lies, what it refers to and every mistake in it. `saw` hears what it was parsed to. */
export function readBody(
  { file, locale, digest }: ContentFile,
  { body, bodyLine }: Parts,
  saw?: (place: BodyPlace, parsed: Body) => void,
): ReadBody {
  const place = { file, line: bodyLine, isEmpty: body.trim() === '', digest };
  const parsed = bodyIn(body, place, locale);
  saw?.(place, parsed);
  return {
    place,
    references: referencesOf(parsed, file),
    mistakes: parsed.mistakes,
    notices: parsed.notices,
  };
}

function referencesOf({ blocks: found, links, images }: Body, file: string): PlacedReference[] {
  const path = ['body'];
  return [
    ...found.flatMap(({ name, value, line }) =>
      referencesIn(blocks[name as keyof typeof blocks].fields, value).map(({ to }) => ({
        path,
        to,
        file,
        line,
      })),
    ),
    ...images.map(({ address, line }) => ({ path, to: { media: address }, file, line })),
    ...links
      .filter(({ address }) => address.startsWith('/'))
      .map(({ address, line }) => {
        const to = address.startsWith('/media/') ? { media: address } : { page: address };
        return { path, to, file, line };
      }),
  ];
}
