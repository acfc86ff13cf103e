/**
 * What a page may load and do; every web server that carries the site sends it. Styles may be inline, since Astro puts
 * small sheets into the page; scripts may not. Pagefind runs WebAssembly. Videos of other hosts come in frames, after a click.
 */
const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'media-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'frame-src': "'self' https:",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

/** The editor shows pictures that were just chosen, reads them again to send them, and speaks to the git host. */
function editorPolicy(hosts: readonly string[]): typeof policy {
  return {
    ...policy,
    'img-src': "'self' data: blob:",
    'connect-src': ["'self'", 'blob:', ...hosts].join(' '),
  };
}

/** The policy of the editor’s page for its own `<meta>`, which knows nothing of frames. */
export function editorMetaPolicy(hosts: readonly string[]): string {
  const { 'frame-ancestors': _, ...known } = editorPolicy(hosts);
  return written(known);
}

/** Headers that every answer carries; `path` is the address inside the site, `hosts` the origins the editor speaks to. */
export function securityHeaders(path = '/', hosts: readonly string[] = []): Record<string, string> {
  return {
    'Content-Security-Policy': written(path.startsWith('/admin/') ? editorPolicy(hosts) : policy),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}

function written(directives: typeof policy): string {
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** How long a browser may keep the file at `path`: for ever where the name holds a digest of the content. */
export function cacheControl(path: string): string {
  if (/\/_(?:astro|search)\/|^\/admin\/(?:decap|editor|part)-/.test(path))
    return 'public, max-age=31536000, immutable';
  return isPage(path) ? 'no-cache' : 'public, max-age=3600, must-revalidate';
}

function isPage(path: string): boolean {
  return path.endsWith('/') || path.endsWith('.html') || !/\.[a-z0-9]+$/i.test(path);
}
