/**
 * A name for an upload that none of the files beside it has, whatever its capitals: `photo.png`, or else `photo-2.png`. Decap
 * would ask, in English, whether to delete the other file.
 */
export function freeName(name: string, files: readonly { readonly name: string }[]): string {
  const taken = new Set(files.map((file) => file.name.toLowerCase()));
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? [];
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${stem}-${number}${ending}`;
  return free;
}
