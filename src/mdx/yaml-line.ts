import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/**
 * The line of `yaml`, from 1, on which the value at `path` stands; of the innermost part that exists, for one that is
 * missing. Nothing where not even the first part exists.
 */
export function yamlLineOf(yaml: string, path: readonly PropertyKey[]): number | undefined {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, keepSourceTokens: false });
  let node: Node | null = document.contents;
  let offset: number | undefined;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(part));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0];
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = (node.items[Number(part)] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}
