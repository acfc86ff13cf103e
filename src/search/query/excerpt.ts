/** A piece of an excerpt; marked where it is what was searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMarked: boolean;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** The pieces of Pagefind's excerpt, as text: its only markup is `<mark>`. The index's straight apostrophes become the page's. */
export function excerptParts(html: string): ExcerptPart[] {
  return html
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: plain(piece), isMarked: piece.startsWith('<mark>') }));
}

/** `text` of the index as a page writes it. */
export function typographic(text: string): string {
  return text.replaceAll("'", '’');
}

function plain(html: string): string {
  const text = html
    .replace(/<\/?mark>/g, '')
    .replace(/&(\w+|#39);/g, (whole, name) => entities[name] ?? whole);
  return typographic(text);
}
