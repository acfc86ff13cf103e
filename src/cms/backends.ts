import type { CmsBackend } from 'decap-cms-core';
import type { Site } from '../site.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the editor works with: our own server, which `npm start` runs, unless the environment names a git host. */
export function backendFor(environment: Environment, site: Site): CmsBackend {
  const name = environment['CMS_BACKEND'] || 'own';
  const branch = environment['CMS_BRANCH'] || 'main';
  if (name === 'own') return own(branch, site);
  const make = hosts[name];
  if (!make)
    throw new Error(`Set CMS_BACKEND to one of own, ${Object.keys(hosts).join(', ')}: it is “${name}”.`);
  const needed = (variable: string, example: string) => {
    const value = environment[variable];
    if (!value) throw new Error(`Set ${variable} for the editor on ${name}, for example ${example}.`);
    return value;
  };
  return { ...commitMessages, branch, ...make(needed, environment) } as CmsBackend;
}

function own(branch: string, { basePath }: Site): CmsBackend {
  // Decap’s types know its own backends alone.
  return { name: 'own', proxy_url: `${basePath}admin/api/`, branch } as unknown as CmsBackend;
}

type Needed = (variable: string, example: string) => string;

const hosts: Readonly<Record<string, (needed: Needed, environment: Environment) => object>> = {
  gitlab: (needed, { CMS_HOST = 'https://gitlab.com' }) => ({
    name: 'gitlab',
    repo: needed('CMS_REPOSITORY', 'inap/academy'),
    auth_type: 'pkce',
    app_id: needed('CMS_APPLICATION', 'the application’s identifier'),
    base_url: CMS_HOST,
    api_root: `${CMS_HOST}/api/v4`,
    squash_merges: true,
  }),
  forgejo: (needed) => forgejo('forgejo', needed),
  gitea: (needed) => forgejo('gitea', needed),
  github: (needed) => ({
    name: 'github',
    repo: needed('CMS_REPOSITORY', 'inap/academy'),
    base_url: needed('CMS_LOGIN', 'https://login.example, your OAuth proxy'),
    squash_merges: true,
  }),
};

function forgejo(name: string, needed: Needed) {
  const host = needed('CMS_HOST', 'https://codeberg.org');
  return {
    name,
    repo: needed('CMS_REPOSITORY', 'inap/academy'),
    app_id: needed('CMS_APPLICATION', 'the application’s identifier'),
    base_url: host,
    api_root: `${host}/api/v1`,
  };
}

const commitMessages = {
  commit_messages: {
    create: 'Add {{collection}} “{{slug}}”',
    update: 'Change {{collection}} “{{slug}}”',
    delete: 'Delete {{collection}} “{{slug}}”',
    uploadMedia: 'Add {{path}}',
    deleteMedia: 'Delete {{path}}',
  },
};
