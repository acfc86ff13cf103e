import type { Catalogue, Links } from '../catalogue/catalogue.ts';
import { coursesOnPage, type ListPage, type SlugLists } from '../catalogue/lists.ts';

/** Hears what is read of a catalogue: a name that `stateOf` understands. */
export type Reader = (read: string) => void;

type View = Readonly<Record<string, unknown>>;

/**
 * The same catalogue, which tells `saw` what is read of it: which entries, which of their properties, which lists. So it
 * is known what a page was made of, whatever its templates do.
 */
export function watchedCatalogue(catalogue: Catalogue, saw: Reader): Catalogue {
  const { locale } = catalogue;
  return watchedProperties(catalogue, (name, value) => {
    if (name === 'locale' || name === 'timeZone') return value;
    if (name === 'links') return watchedLinks(catalogue.links, (read) => saw(`${locale}|links.${read}`));
    if (name === 'cards') return new WatchedLists(catalogue.cards, (read) => saw(`${locale}|cards|${read}`));
    if (value instanceof Map) return new WatchedMap(value, (read) => saw(`${locale}|${name}|${read}`));
    if (name === 'site')
      return watchedView(value as unknown as View, (property) => saw(`${locale}|site|${property}`));
    saw(`${locale}|${name}`);
    return value;
  });
}

function watchedLinks(links: Links, saw: Reader): Links {
  return watchedProperties(links, (name, value) => new WatchedLists(value, (read) => saw(`${name}|${read}`)));
}

/** An object whose properties are made when they are first asked for. */
function watchedProperties<T extends object>(
  object: T,
  make: (name: string, value: T[keyof T]) => unknown,
): T {
  const made = new Map<string, unknown>();
  return new Proxy(object, {
    get(target, name) {
      if (typeof name === 'symbol') return undefined;
      if (!made.has(name)) made.set(name, make(name, target[name as keyof T]));
      return made.get(name);
    },
  });
}

/** Tells of the properties that are read of one view; each once. */
function watchedView(view: View, saw: Reader): View {
  const seen = new Set<string>();
  const see = (property: string | symbol): void => {
    if (typeof property !== 'string' || property === 'slug' || seen.has(property)) return;
    seen.add(property);
    saw(property);
  };
  return new Proxy(view, {
    get(target, property) {
      see(property);
      return target[property as string];
    },
    has(target, property) {
      see(property);
      return property in target;
    },
    ownKeys(target) {
      for (const property of Object.keys(target)) see(property);
      return Reflect.ownKeys(target);
    },
  });
}

/** A map of views: tells which of them are asked for, and of their order where all are gone through. */
class WatchedMap implements ReadonlyMap<string, unknown> {
  readonly #map: ReadonlyMap<string, View>;
  readonly #saw: Reader;
  readonly #views = new Map<string, View>();

  constructor(map: ReadonlyMap<string, View>, saw: Reader) {
    this.#map = map;
    this.#saw = saw;
  }

  get size(): number {
    this.#saw('*');
    return this.#map.size;
  }

  has(key: string): boolean {
    this.#saw(`${key}|?`);
    return this.#map.has(key);
  }

  get(key: string): View | undefined {
    const known = this.#views.get(key);
    if (known) return known;
    this.#saw(`${key}|?`);
    return this.#viewOf(key);
  }

  keys(): MapIterator<string> {
    this.#saw('*');
    return this.#map.keys();
  }

  *entries(): MapIterator<[string, View]> {
    for (const key of this.keys()) yield [key, this.#viewOf(key) as View];
    return undefined;
  }

  *values(): MapIterator<View> {
    for (const key of this.keys()) yield this.#viewOf(key) as View;
    return undefined;
  }

  [Symbol.iterator](): MapIterator<[string, View]> {
    return this.entries();
  }

  forEach(call: (view: View, key: string, map: ReadonlyMap<string, View>) => void): void {
    for (const [key, view] of this.entries()) call(view, key, this as ReadonlyMap<string, View>);
  }

  #viewOf(key: string): View | undefined {
    const known = this.#views.get(key);
    const view = this.#map.get(key);
    if (known || !view) return known;
    const watched = watchedView(view, (property) => this.#saw(`${key}|${property}`));
    this.#views.set(key, watched);
    return watched;
  }
}

/** A map of cards, or of lists of slugs: each value is read whole, or of a list one page, or its length. */
class WatchedLists<Value> implements ReadonlyMap<string, Value> {
  readonly #map: ReadonlyMap<string, Value>;
  readonly #saw: Reader;

  constructor(map: ReadonlyMap<string, Value>, saw: Reader) {
    this.#map = map;
    this.#saw = saw;
  }

  get size(): number {
    this.#saw('*');
    return this.#map.size;
  }

  has(key: string): boolean {
    this.#saw(`${key}|?`);
    return this.#map.has(key);
  }

  get(key: string): Value | undefined {
    this.#saw(key);
    return this.#map.get(key);
  }

  page(key: string, page: number, most = coursesOnPage): ListPage<string> {
    this.#saw(`${key}|${page}/${most}`);
    return (this.#map as unknown as SlugLists).page(key, page, most);
  }

  amount(key: string): number {
    this.#saw(`${key}|#`);
    return (this.#map as unknown as SlugLists).amount(key);
  }

  keys(): MapIterator<string> {
    this.#saw('*');
    return this.#map.keys();
  }

  *entries(): MapIterator<[string, Value]> {
    for (const key of this.keys()) yield [key, this.get(key) as Value];
    return undefined;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
    return undefined;
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(call: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.entries()) call(value, key, this);
  }
}
