import { locales } from '../i18n/locales.ts';
import {
  cacheRules,
  commonHeaders,
  type PathRule,
  policyRules,
  prefetchRules,
  prefetchType,
} from './headers.ts';

/** Where nginx serves the site. */
export interface NginxPlace {
  /** What `listen` says: `80`, or `127.0.0.1:8080`. */
  readonly listen: string;
  /** The folder that holds `site`, and `previews` for drafts. */
  readonly root: string;
  readonly basePath: string;
  /** The origins that the editor’s page may speak to. */
  readonly editorHosts: readonly string[];
}

/** A configuration of nginx (inside `http`) that answers as `staticHandler` does, with the same headers. */
export function nginxConfig({ listen, root, basePath, editorHosts }: NginxPlace): string {
  const headers = Object.entries(commonHeaders).map(
    ([name, value]) => `  add_header ${name} "${value}" always;\n`,
  );
  return `# Written by "npm run deploy:nginx" from src/server/headers.ts: change it there.
# Needs nginx 1.22 or newer with its module for Brotli (Debian: libnginx-mod-http-brotli-static).

# The address inside the site, or inside a draft's preview.
map $uri $academy_path {
  volatile;
  "~^/previews/[^/]+(?<draft>/.*)$" $draft;
  "~^${basePath}(?<inside>.*)$" /$inside;
  default $uri;
}

${mapOf('academy_policy', policyRules(editorHosts))}
${mapOf('academy_cache', cacheRules)}
${mapOf('academy_prefetch', prefetchRules(basePath))}
map $uri $academy_robots {
  "~^/previews/" noindex;
  default "";
}

map $academy_path $academy_lost {
  "~^/(?<language>${locales.join('|')})(/|$)" ${basePath}$language/404/index.html;
  default ${basePath}404.html;
}

server {
  listen ${listen};
  root ${root}/site;
  index index.html;
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/css text/plain text/vtt text/csv application/javascript;
  absolute_redirect off;
  server_tokens off;
  etag on;
  brotli_static on;
  gzip_static on;
  gzip_vary on;
  error_page 404 $academy_lost;

  add_header Content-Security-Policy $academy_policy always;
  add_header Cache-Control $academy_cache always;
  add_header Speculation-Rules $academy_prefetch always;
  add_header X-Robots-Tag $academy_robots always;
${headers.join('')}
  location ~ /\\.(?!well-known/) {
    return 404;
  }
${basePath === '/' ? '' : `\n  location ${basePath} {\n    alias ${root}/site/;\n  }\n`}
  location /previews/ {
    root ${root};
  }
}

# Types that Debian's list lacks.
types {
  application/manifest+json webmanifest;
  ${prefetchType} speculationrules;
  text/vtt vtt;
}
`;
}

function mapOf(name: string, rules: readonly PathRule[]): string {
  const lines = rules.map(({ fits, value }) => `  "~${fits.source}" "${value.replaceAll('"', '\\"')}";\n`);
  return `map $academy_path $${name} {\n  volatile;\n${lines.join('')}}\n`;
}
