const [tab, carriageReturn, space] = [9, 13, 32];

/** Bytes of HTML, by their numbers in ASCII. */
export const [quote, apostrophe, dash, less, more] = [34, 39, 45, 60, 62];

/** A table of the bytes at which `nextStop` stops. */
export function stopsAt(isStop: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => Number(isStop(byte)));
}

/** The first byte from `from` on at which `stopping` stops; `to` where there is none. */
export function nextStop(page: Uint8Array, from: number, to: number, stopping: Uint8Array): number {
  let at = from;
  while (at < to && stopping[page[at] as number] === 0) at += 1;
  return at;
}

/** True where `text` stands there. */
export function standsAt(page: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let one = 0; one < text.length; one += 1) if (page[at + one] !== text[one]) return false;
  return true;
}

/** The end of the name that begins at `from`; `from` where there is none. */
export function endOfName(page: Uint8Array, from: number): number {
  let at = from;
  while (isOfName[page[at] as number] === 1) at += 1;
  return at;
}

/** A letter, a digit, `_` or `-`. */
const isOfName = stopsAt(
  (byte) =>
    isSmallLetter(byte) ||
    (byte > 47 && byte < 58) ||
    (byte > 64 && byte < 91) ||
    byte === 95 ||
    byte === dash,
);

export function isSmallLetter(byte: number | undefined): boolean {
  return byte !== undefined && byte > 96 && byte < 123;
}

export function isSpace(byte: number | undefined): boolean {
  return byte === space || (byte !== undefined && byte >= tab && byte <= carriageReturn);
}

/** A space, `/` or `>`. */
export function endsAttribute(byte: number | undefined): boolean {
  return isSpace(byte) || byte === 47 || byte === 62;
}
