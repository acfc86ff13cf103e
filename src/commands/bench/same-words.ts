import { markdownToHtml } from 'satteri';
import type { PeerPage } from './peer-content.ts';

/** The words of an entry that its built page does not show: none where every system tells the same. */
export function missingWords(page: PeerPage, html: string): string[] {
  const shown = countsOf(wordsIn(readable(html)));
  const wanted = countsOf(wordsIn(wordsOf(page)));
  return [...wanted].filter(([word, count]) => (shown.get(word) ?? 0) < count).map(([word]) => word);
}

/** All that a page has to say of its entry: the head, facts, texts, links and body. */
function wordsOf({ title, summary, facts, texts, links, body }: PeerPage): string {
  return [
    title,
    summary,
    ...facts.flatMap(({ term, values }) => [term, ...values]),
    ...texts.flatMap((one) => [one.title, ...one.lines]),
    ...links.flatMap((one) => [one.title, ...one.links.map(({ text }) => text)]),
    readable(markdownToHtml(body).html),
  ].join(' ');
}

function readable(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(?:a|b|code|del|dfn|em|i|span|strong|sup)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&\w+;/g, ' ');
}

/** Words alone: dashes, quotation marks and spaces are each generator’s own business. */
function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
