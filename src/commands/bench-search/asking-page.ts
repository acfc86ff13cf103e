import { openEngine } from '../../search/browser/engine.ts';
import { answer } from '../../search/query/answer.ts';

/** What the measured page does with words: asks, and renders the first ten results. */
export type Render = (words: string) => Promise<void>;

/** The search of the index that `manifest` names, rendering into the page’s list. */
export async function openSearch(manifest: string): Promise<Render> {
  const engine = await openEngine(manifest);
  const list = document.querySelector('ol') as HTMLElement;
  return async (words) => {
    const query = { words, selection: {}, sorting: 'relevance', isExact: false } as const;
    const { found } = await answer(engine, query);
    const rows = (await found.hits(0, 10)).map(({ url, title, summary }) => {
      const link = Object.assign(document.createElement('a'), { href: url, textContent: title });
      const text = Object.assign(document.createElement('p'), { textContent: summary });
      const row = document.createElement('li');
      row.append(link, text);
      return row;
    });
    list.replaceChildren(...rows);
    // Counts what the browser needs to lay the results out, too.
    list.getBoundingClientRect();
  };
}
