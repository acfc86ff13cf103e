/**
 * The bytes of a text in UTF-8, a character each (Node’s `latin1`). A page with letters beyond Latin-1 is half as long in
 * memory so, is searched as fast as any, and Node takes it from bytes and writes it as bytes without a look at it: to
 * encode a page takes longer than all else that is done to it here.
 */
export type ByteText = string;

export function byteTextOf(text: string | Uint8Array): ByteText {
  return bufferOf(text).toString('latin1');
}

/** The text that stands in `bytes`. */
export function textOf(bytes: ByteText): string {
  return Buffer.from(bytes, 'latin1').toString();
}

function bufferOf(text: string | Uint8Array): Buffer {
  return typeof text === 'string'
    ? Buffer.from(text)
    : Buffer.from(text.buffer, text.byteOffset, text.byteLength);
}
