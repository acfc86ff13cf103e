import type { CmsBackend } from 'decap-cms-core';
import type { EditorHost, Site } from '../site.ts';

/** Decap’s settings of a backend, and one that its types lack. */
export type EditorBackend = CmsBackend & { readonly preview_context?: string };

/** What the editor works with: our own server, which `npm start` runs, unless the site names a git host. Throws where that lacks something. */
export function backendFor({ editor, basePath }: Site): EditorBackend {
  const { backend, branch, preview } = editor;
  if (backend === 'own') return { name: 'proxy', proxy_url: `${basePath}admin/api/`, branch };
  const settings = hosts[backend]?.(editor);
  if (!settings)
    throw new Error(`Set CMS_BACKEND to one of own, ${Object.keys(hosts).join(', ')}: it is “${backend}”.`);
  return { ...settings, branch, preview_context: preview, commit_messages: commitMessages };
}

/** The origins that the editor’s page must be allowed to speak to, beside its own. */
export function originsOf(site: Site): readonly string[] {
  const { name, api_root = '' } = backendFor(site);
  if (name === 'proxy') return [];
  return [new URL(api_root).origin, ...(name === 'github' ? [githubStatus] : [])];
}

/** Decap asks there whether GitHub works. */
const githubStatus = 'https://www.githubstatus.com';

/** Gitea’s backend knows no drafts: what is saved there is published. */
export function hasDrafts({ name }: EditorBackend): boolean {
  return name !== 'gitea';
}

const hosts: Readonly<Record<string, (editor: EditorHost) => EditorBackend>> = {
  gitlab: (editor) => {
    const host = addressIn(editor.host ?? 'https://gitlab.com', 'CMS_HOST', 'https://gitlab.com');
    return {
      name: 'gitlab',
      repo: repositoryOf(editor),
      auth_type: 'pkce',
      app_id: applicationOf(editor),
      base_url: host,
      api_root: `${host}/api/v4`,
      squash_merges: true,
    };
  },
  forgejo: (editor) => forgejo('forgejo', editor),
  gitea: (editor) => forgejo('gitea', editor),
  github: (editor) => ({
    name: 'github',
    repo: repositoryOf(editor),
    base_url: addressIn(editor.login, 'CMS_LOGIN', 'https://login.example, your OAuth proxy'),
    api_root: editor.host
      ? `${addressIn(editor.host, 'CMS_HOST', 'https://github.example')}/api/v3`
      : 'https://api.github.com',
    squash_merges: true,
  }),
};

function forgejo(name: 'forgejo' | 'gitea', editor: EditorHost): EditorBackend {
  const host = addressIn(editor.host, 'CMS_HOST', 'https://codeberg.org');
  return {
    name,
    repo: repositoryOf(editor),
    app_id: applicationOf(editor),
    base_url: host,
    api_root: `${host}/api/v1`,
  };
}

function repositoryOf({ backend, repository }: EditorHost): string {
  if (repository?.includes('/')) return repository;
  throw new Error(
    `Set CMS_REPOSITORY for the editor on ${backend} to owner and name, for example inap/academy: it is “${repository ?? ''}”.`,
  );
}

function applicationOf({ backend, application }: EditorHost): string {
  if (application) return application;
  throw new Error(
    `Set CMS_APPLICATION for the editor on ${backend} to the identifier of the application, which that host shows.`,
  );
}

/** An address without a slash at its end. */
function addressIn(address: string | undefined, variable: string, example: string): string {
  if (address && URL.canParse(address)) return address.replace(/\/+$/, '');
  throw new Error(`Set ${variable} to an address, for example ${example}: it is “${address ?? ''}”.`);
}

const commitMessages = {
  create: 'Add {{collection}} “{{slug}}”',
  update: 'Change {{collection}} “{{slug}}”',
  delete: 'Delete {{collection}} “{{slug}}”',
  uploadMedia: 'Add {{path}}',
  deleteMedia: 'Delete {{path}}',
};
