import { escapeXml } from './xml.ts';

/** A feed as RFC 4287 has it; addresses are absolute, moments are ISO 8601. */
export interface Feed {
  readonly title: string;
  readonly language: string;
  /** The page the feed belongs to, and the feed itself. */
  readonly page: string;
  readonly self: string;
  readonly author: string;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly title: string;
  readonly address: string;
  readonly updated: string;
  readonly summary: string;
  readonly language: string;
}

/** The feed as an Atom document. */
export function atom({ title, language, page, self, author, updated, entries }: Feed): string {
  const lines = entries.map((entry) =>
    [
      `<entry xml:lang="${entry.language}"><title>${escapeXml(entry.title)}</title>`,
      `<id>${escapeXml(entry.address)}</id><link href="${escapeXml(entry.address)}"/>`,
      `<updated>${entry.updated}</updated><summary>${escapeXml(entry.summary)}</summary></entry>`,
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<title>${escapeXml(title)}</title><id>${escapeXml(self)}</id><updated>${updated}</updated>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    `<link rel="self" href="${escapeXml(self)}"/><link href="${escapeXml(page)}"/>`,
    ...lines,
    '</feed>',
    '',
  ].join('\n');
}
