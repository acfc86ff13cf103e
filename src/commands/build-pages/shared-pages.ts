import { isLocale, locales } from '../../i18n/locales.ts';

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
 * The pages that fall to thread `number` of so many, from 0, until none is left. Each thread begins with languages of its
 * own, since what pages share is a language’s, and goes on with what the others have not come to.
 */
export function* pagesFor(
  { addresses, taken }: SharedPages,
  number: number,
  threads: number,
): Generator<string> {
  const first = Math.floor((number * locales.length) / threads);
  const placeOf = (address: string): number => {
    const [language] = address.split('/');
    return isLocale(language) ? (locales.indexOf(language) - first + locales.length) % locales.length : -1;
  };
  const order = addresses.map((address, index) => ({ address, index, place: placeOf(address) }));
  for (const { address, index } of order.toSorted((one, other) => one.place - other.place))
    if (Atomics.compareExchange(taken, index, 0, 1) === 0) yield address;
}

/** No thread takes a page any more. */
export function stopSharing({ taken }: SharedPages): void {
  for (const index of taken.keys()) Atomics.store(taken, index, 1);
}
