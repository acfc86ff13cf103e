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
  <ShortName>${inXml(shortened(`${name} (${locale})`))}</ShortName>
  <Description>${inXml(name)}</Description>
  <Language>${locale}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="48" height="48" type="image/png">${inXml(icon)}</Image>
  <Url type="text/html" method="get" template="${inXml(search)}"/>
</OpenSearchDescription>
`;
}

/** The standard allows 16 characters. */
function shortened(name: string): string {
  return [...name].slice(0, 16).join('').trim();
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
