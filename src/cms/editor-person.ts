/** Who edits, as commits name them. */
export interface EditorPerson {
  readonly name: string;
  readonly email?: string;
}

/** Where the browser keeps the editor’s name: `{ "name": "…", "email": "…" }`. */
const key = 'academy-editor';

/** The editor who gave their name in this browser; undefined where nobody did. */
export function storedEditor(storage: Pick<Storage, 'getItem'>): EditorPerson | undefined {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (typeof stored === 'object' && stored && 'name' in stored && typeof stored.name === 'string')
      return stored as EditorPerson;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return undefined;
}

/** Keeps the name for this browser; the address is left out where none was given. */
export function keepEditor(
  storage: Pick<Storage, 'setItem'>,
  { name, email }: { name: string; email: string },
): EditorPerson {
  const person = { name: name.trim(), ...(email.trim() && { email: email.trim() }) };
  storage.setItem(key, JSON.stringify(person));
  return person;
}
