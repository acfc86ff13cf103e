import { isAddress } from '../../schema/address.ts';

/** Signs that browsers leave out of an address or read as another: they can hide what it begins with. */
const hiding = /[\s\p{Cc}\p{Cf}]|%(?:0[0-9a-d]|20)/giu;

/**
 * The key of what is wrong with a link's address, if anything is: it is http(s), mailto, tel, a place on the page or an
 * address of this site.
 */
export function addressMistake(address: string): string | undefined {
  const shown = address.replace(hiding, '');
  if (shown.startsWith('#')) return undefined;
  if (/^[^/?#]*:/.test(shown)) return isAddress(address) ? undefined : 'mistakes.mdx.address';
  return shown === '' || /^[/\\]{2}|^\/?\\|^%5c/i.test(shown) ? 'mistakes.mdx.address' : undefined;
}

/** True for a picture of the media folder. */
export function isMediaImage(address: string): boolean {
  return /^\/media\/[\w./-]+\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(address) && !address.includes('..');
}
