/** Where something stands in a page. */
export type Range = readonly [from: number, to: number];

const [begin, end] = ['<style>', '</style>'].map((tag) => Buffer.from(tag)) as [Buffer, Buffer];

export const headEnd = Buffer.from('</head>');

/** What stands in a page before its body. */
export function headOf(page: Buffer): Buffer {
  const end = page.indexOf(headEnd);
  return end < 0 ? page : page.subarray(0, end);
}

/** The styles of a head, their tags included: Astro writes those of components nowhere else. */
export function stylesIn(head: Buffer): Range[] {
  const ranges: Range[] = [];
  for (let from = head.indexOf(begin); from >= 0; from = head.indexOf(begin, from)) {
    const at = head.indexOf(end, from);
    if (at < 0) break;
    ranges.push([from, at + end.length]);
    from = at + end.length;
  }
  return ranges;
}

/** The text of a style. */
export function styleAt(page: Buffer, [from, to]: Range): string {
  return page.toString('utf8', from + begin.length, to - end.length);
}
