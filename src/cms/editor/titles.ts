export type Titles = Readonly<Record<string, string>>;

let titlesRead: Promise<Readonly<Record<string, Titles>>> | undefined;

/** The titles of each collection, which the build puts beside the editor’s page; read once. */
export function titlesOfAll(): Promise<Readonly<Record<string, Titles>>> {
  titlesRead ??= fetch('entries.json').then((response) => (response.ok ? response.json() : {}));
  return titlesRead;
}
