import { locales } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import type { Site } from '../site.ts';
import type { EditorBackend } from './backends.ts';

/** What the page tells the editor’s script; it stands in the page as JSON, which a browser doesn’t run. */
export interface PageFacts {
  readonly basePath: string;
  readonly backend: EditorBackend;
}

interface Page {
  readonly site: Site;
  readonly script: string;
  readonly backend: EditorBackend;
  /** The content security policy, for hosts that send no headers. */
  readonly policy: string;
}

/** The page of the editor. Its language is chosen in the browser; who has no scripts reads why it is empty in all of them. */
export function editorPage(page: Page): string {
  const facts: PageFacts = { basePath: page.site.basePath, backend: page.backend };
  const noScript = locales
    .map((locale) => `<p lang="${locale}">${stringsFor(locale).t('cms.no-script')}</p>`)
    .join('');
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${page.policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${stringsFor('fr').t('cms.title')}</title>
<link rel="icon" href="../favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="./page.css">
<script type="application/json" id="facts">${JSON.stringify(facts).replaceAll('<', '\\u003c')}</script>
<script type="module" src="./${page.script}"></script>
</head>
<body><noscript>${noScript}</noscript></body>
</html>
`;
}
