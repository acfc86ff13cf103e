/** What this deployment is: where it is published, where its content lies, where a build goes and where editors work. */
export interface Site {
  /** The origin, without a slash at its end: `https://academie.example`. */
  readonly address: string;
  /** The folder of the site at that origin, with a slash at both ends: `/` or `/academie/`. */
  readonly basePath: string;
  /** Folder of the content, absolute or from the project’s root. */
  readonly contentDir: string;
  /** The report of `npm run check:links`, absolute or from the project’s root. */
  readonly linksFile: string;
  /** Folder of the built site, absolute or from the project’s root. */
  readonly outDir: string;
  /** The zone in which times of the catalogue are written unless an entry names its own. */
  readonly timeZone: string;
  readonly editor: EditorHost;
}

/** What the editor works with; what a host needs is told, and checked, in `src/cms/backends.ts`. */
export interface EditorHost {
  /** `own` under `npm start`, else `gitlab`, `forgejo`, `gitea` or `github`. */
  readonly backend: string;
  /** The git host’s address: `https://gitlab.com`. */
  readonly host: string | undefined;
  /** Owner and name: `inap/academy`. */
  readonly repository: string | undefined;
  /** The identifier that the git host gave to the editor as an application. */
  readonly application: string | undefined;
  /** GitHub alone: the address of the OAuth proxy through which editors log in. */
  readonly login: string | undefined;
  readonly branch: string;
  /** The name of the status that says where a draft can be seen. */
  readonly preview: string;
}

/** The zone of the academy. */
export const timeZone = 'Europe/Luxembourg';

/** The site as the environment describes it. An empty variable counts as absent; throws on an address that is none. */
export function readSite(environment: Readonly<Record<string, string | undefined>>): Site {
  return {
    address: originOf(environment.SITE_URL || 'https://digital-academy.example'),
    basePath: withSlashes(environment.BASE_PATH || '/'),
    contentDir: environment.CONTENT_DIR || 'content',
    linksFile: environment.LINKS_FILE || '.build/links.json',
    outDir: environment.OUT_DIR || 'dist',
    timeZone,
    editor: {
      backend: environment.CMS_BACKEND || 'own',
      host: environment.CMS_HOST || undefined,
      repository: environment.CMS_REPOSITORY || undefined,
      application: environment.CMS_APPLICATION || undefined,
      login: environment.CMS_LOGIN || undefined,
      branch: environment.CMS_BRANCH || 'main',
      preview: environment.CMS_PREVIEW || 'deploy/preview',
    },
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
