/** So many courses stand on one page of a list; so many modules, paths and news too. */
export const coursesOnPage = 24;

/** So many people stand on one page: each takes a line or two. */
export const peopleOnPage = 60;

/** So many sessions stand on one page of the calendar. */
export const sessionsOnPage = 30;

/** A page of a list, as its address numbers them: from 1. */
export interface ListPage<T> {
  readonly entries: readonly T[];
  readonly page: number;
  readonly pages: number;
}

/** Page `page` of `all`, with `most` entries on each. */
export function pageOf<T>(all: readonly T[], page: number, most = coursesOnPage): ListPage<T> {
  const start = (page - 1) * most;
  return { entries: all.slice(start, start + most), page, pages: pagesFor(all.length, most) };
}

/** On how many pages a list of `amount` entries stands; an empty list has one too. */
export function pagesFor(amount: number, most = coursesOnPage): number {
  return Math.max(1, Math.ceil(amount / most));
}

/**
 * Lists of slugs by what they belong to. Whoever needs a page or the length of a list alone asks for that: it may be the
 * same when the list is not, and then what shows it need not be made again.
 */
export interface SlugLists extends ReadonlyMap<string, readonly string[]> {
  /** Of a list that does not exist: an empty page, as for an empty list. */
  page(key: string, page: number, most?: number): ListPage<string>;
  amount(key: string): number;
}

/** Lists that are made by naming their members one after the other. */
export class Lists extends Map<string, string[]> implements SlugLists {
  add(key: string, slug: string): this {
    const list = this.get(key);
    if (list) list.push(slug);
    else this.set(key, [slug]);
    return this;
  }

  page(key: string, page: number, most = coursesOnPage): ListPage<string> {
    return pageOf(this.get(key) ?? [], page, most);
  }

  amount(key: string): number {
    return this.get(key)?.length ?? 0;
  }
}

/** Who refers to whom, backwards: the slugs of `entries`, in their order, under what each names. */
export function backwards<T extends { slug: string }>(
  entries: ReadonlyMap<string, T>,
  named: (entry: T) => readonly string[],
): Lists {
  const found = new Lists();
  for (const entry of entries.values()) for (const key of new Set(named(entry))) found.add(key, entry.slug);
  return found;
}
