import { expect, test } from 'vitest';
import { CborReader, CborWriter } from '../../../src/search/texts/cbor.ts';

/** From the examples of RFC 8949, appendix A. */
const numbers: readonly (readonly [number, string])[] = [
  [0, '00'],
  [23, '17'],
  [24, '1818'],
  [100, '1864'],
  [1000, '1903e8'],
  [1_000_000, '1a000f4240'],
];

test.each(numbers)('%i is written and read as the standard has it', (value, hex) => {
  const writer = new CborWriter(1);
  writer.unsigned(value);
  const bytes = writer.take();
  expect(bytes.toString('hex')).toBe(hex);
  expect(new CborReader(bytes).unsigned()).toBe(value);
});

test.each(['', 'IETF', 'ü', '水', '𐅑', 'x'.repeat(300)])('the text “%s” comes back', (text) => {
  const writer = new CborWriter(1);
  writer.text(text);
  expect(new CborReader(writer.take()).text()).toBe(text);
});

test('an item is passed over with all that is in it, and copied as it is', () => {
  const bytes = Buffer.from('830182020382046161' + '07', 'hex');
  const reader = new CborReader(bytes);
  const from = reader.at;
  reader.skip();
  const item = reader.bytes.subarray(from, reader.at);
  expect(reader.unsigned()).toBe(7);
  const writer = new CborWriter(1);
  writer.items(item);
  expect(writer.take().toString('hex')).toBe('830182020382046161');
});

test('what is read tells where the data are not as expected', () => {
  expect(() => new CborReader(Buffer.from('61', 'hex')).unsigned()).toThrow('expected at byte 0');
  expect(() => new CborReader(Buffer.from('', 'hex')).array()).toThrow('end at byte 0');
  expect(() => new CborReader(Buffer.from('fb3ff199999999999a', 'hex')).skip()).toThrow('0xfb at byte 0');
});
