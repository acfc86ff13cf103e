import type { SearchRecord } from './records.ts';

/** `records` as a file: JSON with a line a record, so that two files can be compared without being read. */
export function recordsFile(records: readonly SearchRecord[]): string {
  return fileOfLines(records.map((record) => Buffer.from(recordLine(record)))).toString();
}

/** A record as it stands in the file. */
export function recordLine(record: SearchRecord): string {
  return JSON.stringify(record);
}

/** The file whose records are `lines`. */
export function fileOfLines(lines: readonly Uint8Array[]): Buffer {
  const between = Buffer.from(separator);
  const parts = lines.flatMap((line, at) => (at === 0 ? [line] : [between, line]));
  return Buffer.concat([Buffer.from(beginning), ...parts, Buffer.from(end)]);
}

export function readRecords(file: string): SearchRecord[] {
  return JSON.parse(file) as SearchRecord[];
}

/** The records of a file as they stand there. */
export function linesIn(file: string): string[] {
  const lines = file.slice(beginning.length, -end.length);
  return lines === '' ? [] : lines.split(separator);
}

/** What `digests` has more often than `others`, once for each time. */
export function lacking(digests: readonly string[], others: readonly string[]): string[] {
  const amounts = new Map<string, number>();
  for (const digest of others) amounts.set(digest, (amounts.get(digest) ?? 0) + 1);
  return digests.filter((digest) => {
    const amount = amounts.get(digest) ?? 0;
    amounts.set(digest, amount - 1);
    return amount <= 0;
  });
}

const beginning = '[\n';
const end = '\n]';

/** A line break stands between two records alone. */
const separator = ',\n';
