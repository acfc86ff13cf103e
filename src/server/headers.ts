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

/**
 * The editor shows pictures that were just chosen, reads them again to send them, and speaks to the git host; its preview is
 * a frame of its own. It holds what lets people write: nothing else runs in it, and no form sends anything elsewhere.
 */
function editorPolicy(hosts: readonly string[]): typeof policy {
  return {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': ["'self'", 'blob:', ...hosts].join(' '),
    'media-src': "'self' blob:",
    'frame-src': "'self'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  };
}

/** The policy of the editor’s page for its own `<meta>`, which knows nothing of frames. */
export function editorMetaPolicy(hosts: readonly string[]): string {
  const { 'frame-ancestors': _, ...known } = editorPolicy(hosts);
  return written(known);
}

/** An uploaded drawing that somebody opens by itself: nothing in it runs or fetches. */
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** A font loads nothing, and few bytes before it let it come in one round trip. */
const fontPolicy = "default-src 'none'";

/** A rule for the addresses inside the site that fit; the first that fits counts. */
export interface PathRule {
  readonly fits: RegExp;
  readonly value: string;
}

/** Which policy an address has; the last rule fits all. `hosts` are the origins the editor speaks to. */
export function policyRules(hosts: readonly string[] = []): readonly PathRule[] {
  return [
    { fits: /^\/admin\//, value: written(editorPolicy(hosts)) },
    { fits: /^\/media\/.*\.svg$/, value: drawingPolicy },
    { fits: /\.woff2$/, value: fontPolicy },
    { fits: /^/, value: written(policy) },
  ];
}

/** The headers that are the same for every address. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Headers that every answer carries; `path` is the address inside the site. */
export function securityHeaders(path = '/', hosts: readonly string[] = []): Record<string, string> {
  return { 'Content-Security-Policy': valueFor(path, policyRules(hosts)), ...commonHeaders };
}

/** The file that says which pages a browser fetches before they are opened, below the site’s root, and its type. */
export const prefetchFile = 'prefetch.speculationrules';
export const prefetchType = 'application/speculationrules+json';

/** Pages name `prefetchFile`; the editor fetches nothing in advance. */
export function prefetchRules(basePath: string): readonly PathRule[] {
  return [{ fits: /^(?!\/admin\/).*(?:\/|\.html)$/, value: `"${basePath}${prefetchFile}"` }];
}

/** How long a browser may keep a file: for ever where the name holds a digest, not at all where others are named in it. */
export const cacheRules: readonly PathRule[] = [
  {
    fits: /\/_(?:astro|search)\/|^\/admin\/(?:decap|editor|part)-/,
    value: 'public, max-age=31536000, immutable',
  },
  { fits: /\/$|\.html$|\/[^./]*$|\/search\.json$|^\/admin\/entries\.json$/, value: 'no-cache' },
  { fits: /^/, value: 'public, max-age=3600, must-revalidate' },
];

/** How long a browser may keep the file at `path`. */
export function cacheControl(path: string): string {
  return valueFor(path, cacheRules);
}

/** What `rules` say of `path`; nothing where none fits. */
export function valueFor(path: string, rules: readonly PathRule[]): string {
  return rules.find(({ fits }) => fits.test(path))?.value ?? '';
}

function written(directives: typeof policy): string {
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
