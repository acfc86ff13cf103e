/** What this deployment is: where it is published, where its content lies and where a build goes. */
export interface Site {
  /** The origin, without a slash at its end: `https://academie.example`. */
  readonly address: string;
  /** The folder of the site at that origin, with a slash at both ends: `/` or `/academie/`. */
  readonly basePath: string;
  /** Folder of the content, absolute or from the project’s root. */
  readonly contentDir: string;
  /** Folder of the built site, absolute or from the project’s root. */
  readonly outDir: string;
  /** The zone in which times of the catalogue are written unless an entry names its own. */
  readonly timeZone: string;
}

/** The site as the environment describes it. An empty variable counts as absent; throws on an address that is none. */
export function readSite(environment: Readonly<Record<string, string | undefined>>): Site {
  return {
    address: originOf(environment.SITE_URL || 'https://digital-academy.example'),
    basePath: withSlashes(environment.BASE_PATH || '/'),
    contentDir: environment.CONTENT_DIR || 'content',
    outDir: environment.OUT_DIR || 'dist',
    timeZone: 'Europe/Luxembourg',
  };
}

function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.protocol.startsWith('http'))
    throw new Error(
      `Set SITE_URL to an address that begins with https://, for example https://academie.example: it is “${address}”.`,
    );
  return url.origin;
}

function withSlashes(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** The moment for which a site is built, in milliseconds since 1970: SOURCE_DATE_EPOCH (seconds) if it is set, else the clock. */
export function buildTime(environment: Readonly<Record<string, string | undefined>>): number {
  const seconds = Number(environment.SOURCE_DATE_EPOCH);
  return seconds > 0 ? seconds * 1000 : Date.now();
}
