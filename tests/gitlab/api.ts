import type { BareRepository, FileAction } from '../git-host/bare-repository.ts';
import {
  type Answer,
  type Asked,
  answerFrom,
  developer,
  maintainer,
  type Project,
  type Route,
} from '../git-host/double.ts';

const notFound: Answer = { status: 404, json: { message: '404 Not found' } };
const unauthorized: Answer = { status: 401, json: { message: '401 Unauthorized' } };

/** The part of GitLab’s API (v4) that Decap’s backend and our pipeline use, as its documentation describes it. */
const routes: readonly Route[] = [
  [
    'GET',
    /^$/,
    (_project, { member }) => ({
      json: { id: 1, permissions: { project_access: { access_level: member.access }, group_access: null } },
    }),
  ],
  [
    'GET',
    /^repository\/files\/(.+)\/raw$/,
    ({ repository }, { query }, path) => {
      const bytes = repository.bytes(query.get('ref') ?? '', path);
      return bytes ? { bytes } : notFound;
    },
  ],
  [
    'HEAD',
    /^repository\/files\/(.+)$/,
    ({ repository }, { query }, path) => {
      const blob = repository.blobOf(query.get('ref') ?? '', path);
      return blob ? { headers: { 'X-Gitlab-Blob-Id': blob } } : notFound;
    },
  ],
  ['GET', /^repository\/tree$/, ({ repository }, asked) => treePage(repository, asked)],
  [
    'GET',
    /^repository\/commits$/,
    ({ repository }, { query }) => {
      const change = repository.lastChange(query.get('ref_name') ?? '', query.get('path') ?? '');
      return { json: change ? [change] : [] };
    },
  ],
  ['POST', /^repository\/commits$/, writeCommit],
  [
    'GET',
    /^repository\/commits\/(\w+)\/refs$/,
    ({ repository }, _asked, sha) => {
      const names = repository.git(
        'for-each-ref',
        '--contains',
        sha,
        '--format=%(refname:short)',
        'refs/heads',
      );
      return { json: names.split('\n').map((name) => ({ type: 'branch', name })) };
    },
  ],
  [
    'GET',
    /^repository\/commits\/(\w+)\/statuses$/,
    ({ statuses }, _asked, sha) => ({ json: statuses.get(sha) ?? [] }),
  ],
  [
    'POST',
    /^statuses\/(\w+)$/,
    ({ statuses }, { member, body }, sha) => {
      if (member.access < developer) return { status: 403, json: { message: '403 Forbidden' } };
      const { name, context, state, target_url } = body;
      const status = { name: name ?? context ?? 'default', status: state, target_url };
      statuses.set(sha, [...(statuses.get(sha) ?? []), status]);
      return { status: 201, json: status };
    },
  ],
  [
    'GET',
    /^repository\/branches\/(.+)$/,
    ({ repository }, _asked, name) => {
      const id = repository.tip(name);
      return id ? { json: { name, commit: { id } } } : notFound;
    },
  ],
  [
    'DELETE',
    /^repository\/branches\/(.+)$/,
    ({ repository }, _asked, name) => {
      repository.git('update-ref', '-d', `refs/heads/${name}`);
      return { status: 204 };
    },
  ],
  [
    'GET',
    /^repository\/compare$/,
    ({ repository }, { query }) => {
      const [from, to] = [query.get('from'), query.get('to')].map((ref) => repository.commitOf(ref ?? ''));
      if (!from || !to) return notFound;
      const diffs = repository.differences(from, to).map(({ kind, path }) => ({
        old_path: path,
        new_path: path,
        new_file: kind === 'A',
        deleted_file: kind === 'D',
        renamed_file: false,
        diff: '',
      }));
      return { json: { diffs } };
    },
  ],
  [
    'GET',
    /^merge_requests$/,
    ({ requests }, { query }) => ({ json: requests.opened(query.get('source_branch')) }),
  ],
  [
    'POST',
    /^merge_requests$/,
    ({ requests }, { member, query }) => ({
      status: 201,
      json: requests.open({
        source_branch: query.get('source_branch') ?? '',
        target_branch: query.get('target_branch') ?? '',
        title: query.get('title') ?? '',
        labels: (query.get('labels') ?? '').split(','),
        author: member,
      }),
    }),
  ],
  ['PUT', /^merge_requests\/(\d+)\/rebase$/, rebase],
  ['PUT', /^merge_requests\/(\d+)\/merge$/, merge],
  ['PUT', /^merge_requests\/(\d+)$/, changeRequest],
  ['GET', /^issues$/, () => ({ json: [] })],
];

/** What GitLab answers to a request below the project. */
export function answerOf(project: Project, asked: Asked): Answer {
  return answerFrom(routes, project, asked);
}

/** Pages of 20, or of as many as are asked for: the next one stands in the header `Link`. */
function treePage(repository: BareRepository, { query, origin, path }: Asked): Answer {
  const files = repository.files(query.get('ref') ?? '', query.get('path') ?? '');
  const size = Number(query.get('per_page') ?? 20);
  const page = Number(query.get('page') ?? 1);
  const pages = Math.max(1, Math.ceil(files.length / size));
  const next = new URLSearchParams(query);
  next.set('page', String(page + 1));
  return {
    json: files.slice((page - 1) * size, page * size).map(({ id, path: place }) => ({
      id,
      path: place,
      name: place.split('/').at(-1),
      type: 'blob',
    })),
    headers: {
      'X-Page': String(page),
      'X-Total-Pages': String(pages),
      'X-Per-Page': String(size),
      'X-Total': String(files.length),
      ...(page < pages && { Link: `<${origin}/api/v4/projects/1/${path}?${next}>; rel="next"` }),
    },
  };
}

interface SentAction {
  readonly action: 'create' | 'update' | 'delete';
  readonly file_path: string;
  readonly content?: string;
}

function writeCommit({ repository }: Project, { member, body }: Asked): Answer {
  const { branch, start_branch, commit_message, actions } = body as {
    readonly branch: string;
    readonly start_branch?: string;
    readonly commit_message: string;
    readonly actions: readonly SentAction[];
  };
  const refuse = (message: string): Answer => ({ status: 400, json: { message } });
  if (member.access < (branch === 'main' ? maintainer : developer))
    return { status: 403, json: { message: 'You are not allowed to push into this branch' } };
  if (start_branch && repository.tip(branch)) return refuse(`A branch called '${branch}' already exists.`);
  const base = repository.tip(start_branch ?? branch);
  if (!base) return refuse('You can only create or edit files when you are on a branch');
  for (const { action, file_path } of actions) {
    const isThere = repository.blobOf(base, file_path) !== undefined;
    if (action === 'create' && isThere) return refuse('A file with this name already exists');
    if (action !== 'create' && !isThere) return refuse("A file with this name doesn't exist");
  }
  const changes = actions.map(
    ({ action, file_path: path, content = '' }): FileAction =>
      action === 'delete' ? { action, path } : { action, path, bytes: Buffer.from(content, 'base64') },
  );
  return {
    status: 201,
    json: { id: repository.commit(branch, base, changes, commit_message, member) },
  };
}

function rebase({ requests }: Project, _asked: Asked, iid: string): Answer {
  const request = requests.find(Number(iid));
  if (!request) return notFound;
  const isDone = requests.rebase(request);
  return {
    status: 202,
    json: { rebase_in_progress: false, merge_error: isDone ? null : 'Rebase failed: Rebase locally' },
  };
}

/** Only maintainers merge into the protected branch. */
function merge({ requests }: Project, { member }: Asked, iid: string): Answer {
  const request = requests.find(Number(iid));
  if (!request) return notFound;
  if (member.access < maintainer) return unauthorized;
  if (!requests.merge(request)) return { status: 405, json: { message: '405 Method Not Allowed' } };
  return { json: requests.shown(request) };
}

function changeRequest({ requests }: Project, { query }: Asked, iid: string): Answer {
  const request = requests.find(Number(iid));
  if (!request) return notFound;
  const labels = query.get('labels');
  if (labels !== null) request.labels = labels.split(',');
  if (query.get('state_event') === 'close') request.state = 'closed';
  return { json: requests.shown(request) };
}
