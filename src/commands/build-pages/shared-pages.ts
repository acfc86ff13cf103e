import { isLocale } from '../../i18n/locales.ts';

/** Pages that several threads make: who takes one has it alone. */
export interface SharedPages {
  readonly addresses: readonly string[];
  /** For each of them 1 once a thread has taken it; the memory is that of all threads. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

export function sharePages(addresses: readonly string[]): SharedPages {
  return { addresses, taken: new Int32Array(new SharedArrayBuffer(4 * addresses.length)) };
}

/**
 * The pages that fall to thread `number` of so many, from 0, until none is left. Each thread begins at a place of its own
 * and goes on with what the others have not come to.
 */
export function* pagesFor(
  { addresses, taken }: SharedPages,
  number: number,
  threads: number,
): Generator<string> {
  const places = new Map(addresses.map((address, place) => [address, place]));
  const order = entryByEntry(addresses, (address) => address);
  const first = Math.floor((number * order.length) / threads);
  for (const address of [...order.slice(first), ...order.slice(0, first)])
    if (Atomics.compareExchange(taken, places.get(address) as number, 0, 1) === 0) yield address;
}

/**
 * Pages by their addresses, those of one entry in all languages after each other: where it is not translated they show
 * one text, which is read once then.
 */
export function entryByEntry<Page>(pages: readonly Page[], addressOf: (page: Page) => string): Page[] {
  const keyed = pages.map((page) => ({ page, key: withoutLanguage(addressOf(page)) }));
  return keyed
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ page }) => page);
}

function withoutLanguage(address: string): string {
  const [language = ''] = address.split('/', 1);
  return isLocale(language) ? address.slice(language.length) : address;
}

/** No thread takes a page any more. */
export function stopSharing({ taken }: SharedPages): void {
  for (const index of taken.keys()) Atomics.store(taken, index, 1);
}
