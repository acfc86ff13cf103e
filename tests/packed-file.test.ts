import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joined, Pieces, parted, readPacked, writePacked } from '../src/packed-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const value = {
  sources: 'a digest',
  bytes: joined(['œuvre', '', 'x'.repeat(9000)]),
  none: new Uint8Array(),
  numbers: Uint32Array.from({ length: 3001 }, (_, at) => at * 1000),
  pictures: { '/fr/': { transforms: new Map([['a', { width: 320 }]]) } },
  odd: Uint8Array.of(1, 2, 3),
};

test('what was written is read again, numbers, bytes and everything else', () => {
  const file = join(folder, 'new', 'file');
  writePacked(file, value);
  const read = readPacked<typeof value>(file);
  expect(read).toEqual({ ...value, bytes: new Uint8Array(value.bytes) });
  expect(parted(read?.bytes ?? new Uint8Array())).toEqual(['œuvre', '', 'x'.repeat(9000)]);
});

test('pieces are read as the bytes that they are together, however many they are', () => {
  const file = join(folder, 'file');
  const pieces = Array.from({ length: 2500 }, (_, at) => Buffer.from('é'.repeat(at % 7)));
  writePacked(file, { content: new Pieces(pieces), odd: Uint8Array.of(1) });
  expect(readPacked(file)).toEqual({
    content: new Uint8Array(Buffer.concat(pieces)),
    odd: Uint8Array.of(1),
  });
});

test('a part of a file that was written is nothing, wherever it ends, and so is one that goes on', () => {
  const file = join(folder, 'file');
  writePacked(file, value);
  const whole = readFileSync(file);
  for (let length = 0; length < whole.length; length += 1 + Math.floor(length / 50)) {
    writeFileSync(file, whole.subarray(0, length));
    expect(readPacked(file), `${length} bytes`).toBeUndefined();
  }
  writeFileSync(file, Buffer.concat([whole, Buffer.from('more')]));
  expect(readPacked(file)).toBeUndefined();
});

test('where there is no file, or one of somebody else’s, there is nothing', () => {
  expect(readPacked(join(folder, 'absent'))).toBeUndefined();
  writeFileSync(join(folder, 'other'), 'courses/rgpd.fr.mdx and what else it may say');
  expect(readPacked(join(folder, 'other'))).toBeUndefined();
});
