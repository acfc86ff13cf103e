import { type Import, importsOf } from './imports.ts';
import { mayImport, narrow, roomOf, typesOnly } from './rooms.ts';

/** Everything in the files of `src/`, text by path, that breaks the order of the rooms; a sentence for each. */
export function violationsIn(files: ReadonlyMap<string, string>): string[] {
  const imports = [...files].flatMap(([file, text]) => importsOf(file, text));
  return [
    ...[...files.keys()].flatMap(misplaced),
    ...imports.flatMap(wrongImport),
    ...circlesIn(imports).map((circle) => `${circle.join(' → ')} is a circle`),
  ];
}

function misplaced(file: string): string[] {
  const homeless = /(?:^|\/)(utils?|helpers?|lib|common)(?:\/|\.\w+$)/.exec(file);
  if (homeless) return [`${file}: “${homeless[1]}” says nothing of what is in it`];
  return roomOf(file) ? [] : [`${file} stands in no room that tests/architecture/rooms.ts knows`];
}

function wrongImport({ from, to, isType }: Import): string[] {
  const room = roomOf(from);
  if (!room) return [];
  const isInside = to.startsWith('src/');
  const target = isInside ? roomOf(to) : undefined;
  if (isInside && !target) return [];
  const limits = narrow[room];
  if (target && target !== room) {
    if (!mayImport(room, target) || (limits && !limits.rooms.includes(target)))
      return [`${from} must not import ${to}`];
    if (!isType && typesOnly[room]?.includes(target)) return [`${from} may import types only from ${to}`];
  }
  if (
    !isInside &&
    !isType &&
    limits &&
    !limits.packages.some((name) => to === name || to.startsWith(`${name}/`))
  )
    return [`${from} must not import the package ${to}`];
  return [];
}

/** Circles of imports that run; types vanish before. Each is named once, as a list of files that ends where it began. */
function circlesIn(imports: readonly Import[]): string[][] {
  const targets = Map.groupBy(
    imports.filter(({ isType }) => !isType),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const begin = way.indexOf(file);
    if (begin >= 0) circles.push([...way.slice(begin), file]);
    if (begin >= 0 || done.has(file)) return;
    for (const { to } of targets.get(file) ?? []) visit(to, [...way, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return circles;
}
