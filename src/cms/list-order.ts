/** An entry as Decap’s lists have it. */
export interface OrderedEntry {
  readonly data: Readonly<Record<string, unknown>>;
}

/** A field of a collection, of which the order of its choices is known. */
export interface OrderedField {
  readonly name: string;
  readonly options?: readonly { readonly value: unknown }[];
}

/**
 * Entries in the order of their fields `keys` (`data.title`), each up or down: choices as their form lists them, numbers by
 * size, words as the language `locale` orders them. What has no value stands last.
 */
export function inOrder<Entry extends OrderedEntry>(
  entries: readonly Entry[],
  keys: readonly string[],
  directions: readonly ('asc' | 'desc')[],
  fields: readonly OrderedField[],
  locale: string,
): Entry[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const orders = keys.map((key, index) => {
    const places = fields.find(({ name }) => `data.${name}` === key)?.options?.map(({ value }) => value);
    const sign = directions[index] === 'desc' ? -1 : 1;
    return (one: Entry, other: Entry) => {
      const [left, right] = [valueAt(one, key), valueAt(other, key)];
      if (left === '' || right === '') return Number(left === '') - Number(right === '');
      return sign * (places ? places.indexOf(left) - places.indexOf(right) : compare(left, right));
    };
  });
  return entries.toSorted((one, other) => orders.reduce((found, order) => found || order(one, other), 0));
}

function valueAt(entry: OrderedEntry, key: string): string {
  const value = key
    .split('.')
    .reduce<unknown>((outer, name) => (outer as Record<string, unknown> | null | undefined)?.[name], entry);
  return value instanceof Date ? value.toISOString() : String(value ?? '');
}

/** The groups of a list in the order in which the list shows their first entries, without those that it shows nothing of. */
export function asListed<Group extends { readonly paths: { has(path: string): boolean } }>(
  groups: readonly Group[],
  entries: Iterable<{ get(name: 'path'): string }>,
): Group[] {
  const paths = Array.from(entries, (entry) => entry.get('path'));
  return groups
    .map((group) => ({ group, first: paths.findIndex((path) => group.paths.has(path)) }))
    .filter(({ first }) => first >= 0)
    .toSorted((one, other) => one.first - other.first)
    .map(({ group }) => group);
}
