/** The titles of entries by their slugs. */
export type Titles = Readonly<Record<string, string>>;

/**
 * The slug of the entry that is meant by what was typed, whatever its capitals and outer spaces. While more may be typed a
 * title that begins another one is not chosen yet.
 */
export function chosenBy(titles: Titles, typed: string, isWhole: boolean): string | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return undefined;
  const named = Object.entries(titles).map(([slug, title]) => [slug, title.toLowerCase()] as const);
  const [slug] = named.find(([, title]) => title === wanted) ?? [];
  const mayGoOn = !isWhole && named.some(([, title]) => title !== wanted && title.startsWith(wanted));
  return mayGoOn ? undefined : slug;
}

/** The titles as they are offered: where two entries of a collection have the same one, a slug tells them apart. */
export function distinctTitles(titles: readonly (readonly [slug: string, title: string])[]): Titles {
  const uses = Map.groupBy(titles, ([, title]) => title);
  return Object.fromEntries(
    titles.map(([slug, title]) => [slug, uses.get(title)?.length === 1 ? title : `${title} (${slug})`]),
  );
}
