/** True for an address a visitor may be sent to: http(s), mailto or tel, and nothing that runs. */
export function isAddress(value: string): boolean {
  if (/^(?:mailto:[^\s@]+@[^\s@]+\.[^\s@]+|tel:\+?[\d ().-]{4,})$/.test(value)) return true;
  if (!/^https?:\/\/[^\s]+$/i.test(value)) return false;
  return URL.canParse(value) && new URL(value).hostname.includes('.');
}
