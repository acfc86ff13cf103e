/**
 * What this browser keeps, and the only file that touches its storage. Browsers may forbid it: then nothing is kept,
 * and nothing breaks.
 */
const prefix = 'academy.';
/** Rises when the shape of what is kept changes: what an older page kept is then left alone. */
const version = 1;

/** What was kept under `name`, if anything was. */
export function recall(name: string): unknown {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + name) ?? 'null') as Kept | null;
    return kept?.version === version ? kept.value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `value` under `name`; false if the browser doesn't. */
export function remember(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(prefix + name, JSON.stringify({ version, value } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // What could not be kept need not be forgotten.
  }
}

/** The names under which something is kept that begin with `start`, in alphabetical order. */
export function remembered(start: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length))
      .sort();
  } catch {
    return [];
  }
}

interface Kept {
  readonly version: number;
  readonly value: unknown;
}
