/** What this browser keeps until its window is closed: the results a reader comes from. Browsers may forbid it. */
const name = 'academy.results';

/** Keeps the address of the results last seen; `''` forgets them. */
export function rememberResults(address: string): void {
  try {
    if (address) sessionStorage.setItem(name, address);
    else sessionStorage.removeItem(name);
  } catch {
    // Then there is no way back but the browser’s own.
  }
}

/** The address of the results last seen, if any. */
export function lastResults(): string {
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}
