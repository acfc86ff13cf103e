import type { Locale } from '../i18n/locales.ts';

export interface SearchEngine {
  readonly locale: Locale;
  readonly name: string;
  /** The absolute address of a search, with `{searchTerms}` in the place of the words. */
  readonly search: string;
  readonly icon: string;
}

/** The OpenSearch 1.1 document by which a browser adds the site to its search engines. */
export function openSearchDescription({ locale, name, search, icon }: SearchEngine): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${inXml(shortName(name, locale))}</ShortName>
  <Description>${inXml(name)}</Description>
  <Language>${locale}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="48" height="48" type="image/png">${inXml(icon)}</Image>
  <Url type="text/html" method="get" template="${inXml(search)}"/>
</OpenSearchDescription>
`;
}

/** The standard allows 16 characters; the language is among them, since a browser tells its search engines apart by it. */
function shortName(name: string, locale: Locale): string {
  const most = 16 - locale.length - 1;
  const words = name.split(/\s+/);
  while (words.length > 1 && words.join(' ').length > most) words.pop();
  return `${[...words.join(' ')].slice(0, most).join('')} ${locale.toUpperCase()}`;
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
