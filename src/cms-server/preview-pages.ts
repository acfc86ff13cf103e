import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLocale, type Locale } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { securityHeaders } from '../server/headers.ts';
import { staticHandler } from '../server/static.ts';
import type { contentCheck } from './content-check.ts';
import { type Draft, draftRef, existingDraft } from './drafts.ts';
import { type Preview, type PreviewPlace, previews } from './preview.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import { localeOf } from './request.ts';

/**
 * Answers `path`, below which the site is shown as it would be with a draft in it. An address `draft/<collection>/<slug>/…`
 * chooses the draft for this browser and leads on to the page, which is built then; as long as it is, a page says so.
 */
export function previewPages(
  repository: Repository,
  place: PreviewPlace,
  newMistakes: ReturnType<typeof contentCheck>,
) {
  const { path } = place;
  const built = previews(repository, place);

  /** What there is to see of an entry, and in words what keeps it from being built. */
  const look = async ([collection = '', slug = '']: readonly string[], locale: Locale): Promise<Preview> => {
    let draft: Draft;
    try {
      draft = await existingDraft(repository, draftRef(collection, slug));
    } catch (error) {
      const former = built.former({ collection, slug });
      if (error instanceof Refusal && former) return former;
      throw error;
    }
    const known = built.former(draft);
    if (known?.state !== 'ready' && known?.state !== 'building') {
      const said = await newMistakes(draft.tree, locale, `${draft.collection}/${draft.slug}`);
      if (said) return { state: 'failed', said };
    }
    return built.look(draft);
  };

  return {
    address: ({ collection, slug }: { collection: string; slug: string }) =>
      `${path}draft/${collection}/${slug}/`,
    async answer(request: IncomingMessage, response: ServerResponse, rest: string): Promise<void> {
      const [, chosen, page = ''] = /^draft\/([^/]+\/[^/]+)\/(.*)$/s.exec(rest) ?? [];
      if (chosen) {
        const cookie = `${cookieName}=${encodeURIComponent(chosen)}; Path=${path}; HttpOnly; SameSite=Strict`;
        response.writeHead(302, { Location: path + page, 'Set-Cookie': cookie, 'Cache-Control': 'no-store' });
        response.end();
        return;
      }
      const [first] = rest.split('/');
      const locale = isLocale(first) ? first : localeOf(request);
      const preview = await look((chosenIn(request) ?? '').split('/'), locale);
      if (preview.state === 'ready') staticHandler(preview.site, path)(request, response);
      else answerPage(response, preview, locale);
    },
    close: built.close,
  };
}

const cookieName = 'academy_preview';

function chosenIn({ headers }: IncomingMessage): string | undefined {
  const sent = `; ${headers.cookie ?? ''}`.split(`; ${cookieName}=`)[1]?.split(';', 1)[0];
  return sent && decodeURIComponent(sent);
}

/** A page in place of one that is still being built, or can’t be. */
function answerPage(
  response: ServerResponse,
  preview: Exclude<Preview, { state: 'ready' }>,
  locale: Locale,
): void {
  const { t } = stringsFor(locale);
  const isBuilding = preview.state === 'building';
  const title = isBuilding ? t('editing.preview.building') : t('editing.preview.failed');
  const lines = isBuilding ? [] : preview.said.split('\n').filter((line) => line.trim() !== '');
  const said =
    lines.length > 0 ? `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>` : '';
  for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value);
  response.writeHead(isBuilding ? 503 : 422, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(isBuilding && { 'Retry-After': '2', Refresh: '2' }),
  });
  response.end(
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${title}</title><style>${style}</style><main><h1>${title}</h1>${said}</main></html>\n`,
  );
}

const style =
  ':root{color-scheme:light dark}main{max-inline-size:44rem;margin:15vh auto;padding:1rem;font:1.125rem/1.6 system-ui,sans-serif}h1{font-size:1.5rem}li{margin-block:.5rem;white-space:pre-wrap}';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
