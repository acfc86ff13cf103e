import type { Catalogue } from './catalogue.ts';

/** The academy itself as every page's foot names it. */
export function academyOf({ site, locale }: Catalogue) {
  const { facts, text, language } = site;
  return {
    name: text.name,
    institute: text.institute,
    email: facts.email,
    telephone: facts.telephone,
    street: facts.street,
    postalCode: facts.postalCode,
    town: facts.town,
    footnote: text.footnote,
    lang: language === locale ? undefined : language,
  };
}
