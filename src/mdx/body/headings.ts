import type { Node } from './walk.ts';

export function levelOf(node: Node): number | undefined {
  const [, level] = /^h([1-6])$/.exec(node.tagName ?? '') ?? [];
  return level && !isNotesTitle(node) ? Number(level) : undefined;
}

/** The title that the parser puts above the footnotes. */
export function isNotesTitle(node: Node): boolean {
  return node.properties?.id === 'footnote-label';
}

/** The level of the highest heading of a tree; 2 if it has none. */
export function topLevelOf(root: Node): number {
  const levels = headingsIn(root).map((node) => levelOf(node) as number);
  return levels.length > 0 ? Math.min(...levels) : 2;
}

/** Tells of each heading that leaves out a level. */
export function checkHeadings(
  root: Node,
  topLevel: number,
  tell: (offset: number, params: { level: number; expected: number }) => void,
): void {
  let before = topLevel - 1;
  for (const node of headingsIn(root)) {
    const level = levelOf(node) as number;
    if (level > before + 1) tell(node.position?.start.offset ?? 0, { level, expected: before + 1 });
    before = level;
  }
}

function headingsIn(node: Node): Node[] {
  if (levelOf(node) !== undefined) return [node];
  return (node.children ?? []).flatMap(headingsIn);
}
