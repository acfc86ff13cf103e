import { collectionNames, collections } from '../../schema/collections.ts';
import { factsOf } from '../../schema/field-facts.ts';
import type { EditorWords } from '../words.ts';
import { createElement } from './decap.ts';
import { CMS } from './registry.ts';

interface Props {
  readonly entry: { getIn(path: readonly string[]): unknown };
  widgetFor(name: string): unknown;
}

/** Shows entries that have a body as their page does: the title, what it is about, the longer texts, the body. */
export function registerPagePreviews(words: EditorWords): void {
  for (const collection of collectionNames.filter((each) => collections[each].extension === 'mdx')) {
    const texts = Object.entries(collections[collection].form.shape).filter(([name, field]) => {
      const { kind, translated } = factsOf(field);
      return translated && (kind === 'longText' || kind === 'lines') && name !== 'keywords';
    });
    const preview = ({ entry, widgetFor }: Props) => {
      const text = (field: string) => String(entry.getIn(['data', field]) ?? '');
      const written = texts.filter(([field]) => entry.getIn(['data', field]));
      return createElement(
        'article',
        { className: 'prose preview' },
        createElement('h1', null, text('title')),
        createElement('p', { className: 'lead' }, text('summary')),
        ...written.flatMap(([field]) => [
          createElement('h2', { key: `${field}-name` }, words.label([collection, field])),
          createElement('div', { key: field }, widgetFor(field) as string),
        ]),
        createElement('div', { key: 'body' }, widgetFor('body') as string),
      );
    };
    CMS.registerPreviewTemplate(collection, preview);
  }
}
