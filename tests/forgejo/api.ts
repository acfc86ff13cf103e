import type { BareRepository, FileAction } from '../git-host/bare-repository.ts';
import {
  type Answer,
  type Asked,
  answerFrom,
  developer,
  maintainer,
  type Project,
  type Route,
  repositoryName,
} from '../git-host/double.ts';
import type { MergeRequest, MergeRequests } from '../git-host/merge-requests.ts';

const notFound: Answer = { status: 404, json: { message: 'The target couldn’t be found.' } };
const forbidden: Answer = {
  status: 403,
  json: { message: 'user should have a permission to write to the target branch' },
};
const created = (json: unknown): Answer => ({ status: 201, json });
const below = (path: string) => new RegExp(`^repos/${repositoryName}/${path}$`);

/** The part of Forgejo’s API (v1), most of which is Gitea’s too, that Decap’s backends use, as its documentation describes it. */
const routes: readonly Route[] = [
  ['GET', /^user$/, (_project, { member }) => ({ json: userOf(member) })],
  [
    'GET',
    new RegExp(`^repos/${repositoryName}$`),
    (_project, { member }) => ({
      json: { owner: { login: 'inap' }, permissions: { push: member.access >= developer } },
    }),
  ],
  ['GET', below('branches/(.+)'), ({ repository }, _asked, name) => branchOf(repository, name)],
  [
    'POST',
    below('branches'),
    ({ repository }, { body }) => {
      const [name, from] = [String(body['new_branch_name']), String(body['old_ref_name'])];
      if (repository.tip(name)) return { status: 409, json: { message: 'The branch already exists.' } };
      repository.git('update-ref', `refs/heads/${name}`, repository.tip(from) ?? '');
      return { ...branchOf(repository, name), status: 201 };
    },
  ],
  [
    'DELETE',
    below('branches/(.+)'),
    ({ repository }, _asked, name) => {
      if (!repository.tip(name)) return notFound;
      repository.git('update-ref', '-d', `refs/heads/${name}`);
      return { status: 204 };
    },
  ],
  ['GET', below('git/trees/(.+)'), treePage],
  [
    'GET',
    below('git/blobs/(\\w+)'),
    ({ repository }, _asked, sha) => ({
      json: { sha, encoding: 'base64', content: repository.blob(sha).toString('base64') },
    }),
  ],
  [
    'GET',
    below('contents/(.+)'),
    ({ repository }, { query }, path) => {
      const sha = repository.blobOf(query.get('ref') ?? 'main', path);
      return sha ? { json: { path, sha, type: 'file' } } : notFound;
    },
  ],
  ['POST', below('contents'), changeFiles],
  [
    'GET',
    below('commits'),
    ({ repository }, { query }) => {
      const change = repository.lastChange(query.get('sha') ?? '', query.get('path') ?? '');
      const author = { name: change?.author_name, date: change?.authored_date };
      return { json: change ? [{ commit: { author } }] : [] };
    },
  ],
  [
    'GET',
    below('compare/(.+)'),
    ({ repository }, _asked, part) => {
      const [from = '', to = ''] = part
        .split('...')
        .map((ref) => repository.commitOf(ref.replace('inap:', '')));
      return from && to ? { json: { commits: [], files: filesOf(repository, from, to) } } : notFound;
    },
  ],
  [
    'GET',
    below('pulls'),
    (project) => ({
      json: project.requests.opened(null).map((request) => pullOf(project, request)),
    }),
  ],
  [
    'POST',
    below('pulls'),
    (project, { body, member }) => {
      const request = project.requests.open({
        source_branch: String(body['head']).replace('inap:', ''),
        target_branch: String(body['base']),
        title: String(body['title']),
        labels: [],
        author: member,
      });
      return created(pullOf(project, request));
    },
  ],
  ['POST', below('pulls/(\\d+)/merge'), merge],
  [
    'PATCH',
    below('pulls/(\\d+)'),
    (project, { body }, number) => {
      const request = project.requests.find(Number(number));
      if (!request) return notFound;
      if (body['state'] === 'closed') request.state = 'closed';
      return created(pullOf(project, request));
    },
  ],
  ['GET', below('labels'), ({ requests }) => ({ json: labelsOf(requests, requests.labels) })],
  [
    'POST',
    below('labels'),
    ({ requests }, { body }) => {
      requests.labels.push(String(body['name']));
      return created(labelsOf(requests, requests.labels).at(-1));
    },
  ],
  [
    'PUT',
    below('issues/(\\d+)/labels'),
    ({ requests }, { body }, number) => {
      const request = requests.find(Number(number));
      if (!request) return notFound;
      request.labels = (body['labels'] as number[]).map((id) => requests.labels[id - 1] ?? '');
      return { json: labelsOf(requests, request.labels) };
    },
  ],
];

/** What Forgejo answers. */
export function answerOf(project: Project, asked: Asked): Answer {
  return answerFrom(routes, project, asked);
}

function userOf({ id, username, name, email }: Asked['member']) {
  return { id, login: username, full_name: name, email, avatar_url: 'https://pictures.example/1.png' };
}

function branchOf(repository: BareRepository, name: string): Answer {
  const id = repository.tip(name);
  return id ? { json: { name, commit: { id } } } : notFound;
}

/** Labels with their numbers, from 1. */
function labelsOf(requests: MergeRequests, names: readonly string[]) {
  return names.map((name) => ({ id: requests.labels.indexOf(name) + 1, name }));
}

/** `DEFAULT_GIT_TREES_PER_PAGE` of this host: fewer than the usual 1000, so that the shipped content has several pages. */
const treesPerPage = 400;

/** A page of the files of `<commit>` with all its folders, or of `<branch>:<folder>` without them. */
function treePage({ repository }: Project, { query }: Asked, part: string): Answer {
  const [ref = '', folder = ''] = part.split(/:(.*)/s);
  const isDeep = query.get('recursive') === '1';
  const files = repository
    .files(ref, folder)
    .map(({ id, path }) => ({ path: folder ? path.slice(folder.length + 1) : path, type: 'blob', sha: id }))
    .filter(({ path }) => isDeep || !path.includes('/'));
  if (files.length === 0) return notFound;
  const page = Number(query.get('page') ?? 1);
  const tree = files.slice((page - 1) * treesPerPage, page * treesPerPage);
  return { json: { tree, page, total_count: files.length, truncated: page * treesPerPage < files.length } };
}

interface SentFile {
  readonly operation: 'create' | 'update' | 'delete';
  readonly path: string;
  readonly content?: string;
  readonly sha?: string;
}

/** Only maintainers write into the protected branch, and nobody over a file that is no longer the one that was read. */
function changeFiles({ repository }: Project, { body, member }: Asked): Answer {
  const { branch, files, message } = body as {
    readonly branch: string;
    readonly files: readonly SentFile[];
    readonly message: string;
  };
  if (member.access < (branch === 'main' ? maintainer : developer)) return forbidden;
  const base = repository.tip(branch);
  if (!base) return notFound;
  for (const { operation, path, sha } of files) {
    const present = repository.blobOf(base, path);
    if (operation === 'create' ? present : present !== sha)
      return { status: 422, json: { message: `${path}: the file exists, or is another one` } };
  }
  const changes = files.map(
    ({ operation: action, path, content = '' }): FileAction =>
      action === 'delete' ? { action, path } : { action, path, bytes: Buffer.from(content, 'base64') },
  );
  return created({ commit: { sha: repository.commit(branch, base, changes, message, member) } });
}

const statuses: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified' };

function filesOf(repository: BareRepository, from: string, to: string) {
  return repository
    .differences(from, to)
    .map(({ kind, path }) => ({ filename: path, status: statuses[kind] }));
}

function pullOf({ repository, requests }: Project, request: MergeRequest) {
  const sha = repository.tip(request.source_branch) ?? '';
  return {
    number: request.iid,
    state: request.state === 'opened' ? 'open' : 'closed',
    title: request.title,
    labels: labelsOf(requests, request.labels),
    updated_at: request.updated_at,
    user: { login: 'anne' },
    head: { ref: request.source_branch, label: request.source_branch, sha },
    base: { ref: request.target_branch },
  };
}

/** Only maintainers merge into the protected branch; what contradicts it, nobody does. */
function merge({ repository, requests }: Project, { member }: Asked, number: string): Answer {
  const request = requests.find(Number(number));
  if (!request) return notFound;
  if (member.access < maintainer) return { status: 405, json: { message: 'User not allowed to merge PR' } };
  const source = repository.tip(request.source_branch) ?? '';
  const isMerged = repository.merge(request.target_branch, source, request.title, member);
  if (!isMerged) return { status: 409, json: { message: 'merge conflict' } };
  request.state = 'merged';
  return {};
}
