import * as z from 'zod';
import { isAddress } from './address.ts';
import { kind } from './field-facts.ts';

/* Kinds of field for where something leads. */

/** Where a link leads: http(s), mailto or tel. */
export function address() {
  return kind(z.string().trim().max(2000).refine(isAddress), {
    kind: 'address',
    remedy: { key: 'mistakes.address' },
    widget: { widget: 'string' },
  });
}

/** A page of this site without its language (`courses/`, `about/#team`), or an address elsewhere. */
export function pageOrAddress() {
  return kind(
    z
      .string()
      .trim()
      .max(2000)
      .refine(
        (value) => isAddress(value) || /^[a-z0-9][a-z0-9/-]*\/(?:\?[\w=&%-]+)?(?:#[\w-]+)?$/.test(value),
      ),
    { kind: 'pageOrAddress', remedy: { key: 'mistakes.pageOrAddress' }, widget: { widget: 'string' } },
  );
}

export function email() {
  return kind(z.email(), {
    kind: 'email',
    remedy: { key: 'mistakes.email' },
    widget: { widget: 'string' },
  });
}
