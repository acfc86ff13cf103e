/** What the index of texts calls the entry at this place in the list of titles. */
export function idOf(place: number): string {
  return String(place);
}
