/**
 * As much of CBOR (RFC 8949) as Pagefind’s files hold: whole numbers, text and arrays of known length. An index has
 * some hundred thousand short items that are copied unread, which is why no general library walks them.
 */

const negativeMajor = 1;
const textMajor = 3;
const arrayMajor = 4;

/** Reads items one after the other. Throws where something else comes, or the end. */
export class CborReader {
  readonly bytes: Buffer;
  at = 0;
  #major = 0;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  unsigned(): number {
    return this.#expect(0);
  }

  /** A whole number, which may be below 0. */
  integer(): number {
    const value = this.#head();
    if (this.#major > negativeMajor)
      throw new Error(`CBOR: a number was expected before byte ${this.at}, found major type ${this.#major}.`);
    return this.#major === negativeMajor ? -1 - value : value;
  }

  text(): string {
    const length = this.#expect(textMajor);
    if (length === 0) return '';
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }

  /** The number of items that follow. */
  array(): number {
    return this.#expect(arrayMajor);
  }

  /** Passes one item over, with all that is in it. */
  skip(): void {
    let left = 1;
    while (left > 0) {
      if ((this.bytes[this.at] as number) < 24) {
        // Most items are small numbers, of one byte.
        this.at += 1;
        left -= 1;
        continue;
      }
      const value = this.#head();
      left -= 1;
      if (this.#major === arrayMajor) left += value;
      if (this.#major === textMajor) this.at += value;
    }
  }

  #expect(major: number): number {
    const at = this.at;
    const value = this.#head();
    if (this.#major !== major)
      throw new Error(`CBOR: major type ${major} was expected at byte ${at}, found ${this.#major}.`);
    return value;
  }

  #head(): number {
    const { bytes } = this;
    if (this.at >= bytes.length) throw new Error(`CBOR: the data end at byte ${this.at}.`);
    const first = bytes[this.at++] as number;
    this.#major = first >> 5;
    const info = first & 31;
    if (info < 24) return info;
    if (info > 26 || this.#major === 2 || this.#major > arrayMajor)
      throw new Error(`CBOR: 0x${first.toString(16)} at byte ${this.at - 1} is not read here.`);
    const length = 1 << (info - 24);
    this.at += length;
    return bytes.readUIntBE(this.at - length, length);
  }
}

/** Writes items one after the other into memory that grows. */
export class CborWriter {
  #bytes: Buffer;
  #length = 0;

  constructor(expected = 1 << 16) {
    this.#bytes = Buffer.allocUnsafe(expected);
  }

  get length(): number {
    return this.#length;
  }

  unsigned(value: number): void {
    this.#head(0, value);
  }

  /** A whole number below 0. */
  negative(value: number): void {
    this.#head(negativeMajor, -1 - value);
  }

  text(value: string): void {
    this.#room(value.length * 3 + 5);
    this.#head(textMajor, Buffer.byteLength(value));
    this.#length += this.#bytes.write(value, this.#length);
  }

  array(length: number): void {
    this.#head(arrayMajor, length);
  }

  /** Bytes `from` to before `to` of `source`, which are items already. */
  items(source: Uint8Array, from = 0, to = source.length): void {
    this.#room(to - from);
    // Most are of a few bytes: a call of `set` would cost more than they do.
    if (to - from > 32) this.#bytes.set(source.subarray(from, to), this.#length);
    else for (let at = from; at < to; at++) this.#bytes[this.#length + at - from] = source[at] as number;
    this.#length += to - from;
  }

  /** All that was written; the writer is then empty. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #head(major: number, value: number): void {
    this.#room(5);
    const bytes = this.#bytes;
    if (value < 24) {
      bytes[this.#length++] = (major << 5) | value;
      return;
    }
    const power = value < 0x100 ? 0 : value < 0x1_0000 ? 1 : 2;
    bytes[this.#length++] = (major << 5) | (24 + power);
    this.#length = bytes.writeUIntBE(value, this.#length, 1 << power);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
