import type { RecordType } from './facet-names.ts';
import { byKind } from './titles.ts';

/** The addresses of a language's index, `addresses.json` of the bundle: only a suggestion that is followed needs them, a result has its own. */
export type AddressesFile = readonly AddressGroup[];

/** The addresses of a kind: what all begin with, and the rest of each, a line an entry. */
interface AddressGroup {
  readonly base: string;
  readonly rests: string;
}

/** The addresses of `records`, in the order of the titles. */
export function addressesFile(
  records: readonly { readonly type: RecordType; readonly url: string }[],
): AddressesFile {
  return [...byKind(records).values()].map((group) => {
    const base = sharedBeginning(group.map(({ url }) => url));
    return { base, rests: group.map(({ url }) => url.slice(base.length)).join('\n') };
  });
}

/** The addresses that `file` holds. */
export function readAddresses(file: AddressesFile): string[] {
  return file.flatMap(({ base, rests }) => rests.split('\n').map((rest) => base + rest));
}

/** Up to the last slash before the first difference. */
function sharedBeginning(addresses: readonly string[]): string {
  const [first = ''] = addresses;
  let end = first.length;
  for (const address of addresses) while (!address.startsWith(first.slice(0, end))) end--;
  return first.slice(0, first.lastIndexOf('/', end - 1) + 1);
}
