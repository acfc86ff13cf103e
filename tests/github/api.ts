import type { BareRepository, Change } from '../git-host/bare-repository.ts';
import {
  type Answer,
  type Asked,
  answerFrom,
  developer,
  maintainer,
  type Project,
  type Route,
} from '../git-host/double.ts';
import type { Member } from '../git-host/log-in.ts';
import type { MergeRequest } from '../git-host/merge-requests.ts';

const own = 'repos/inap/academy';
const notFound: Answer = { status: 404, json: { message: 'Not Found' } };
const refused = (message: string): Answer => ({ status: 422, json: { message } });

/** The part of GitHub’s API that Decap’s backend uses, as its documentation describes it; a part is what stands in brackets. */
const routes: readonly Route[] = [
  ['GET', /^user$/, (_project, { member }) => ({ json: userOf(member) })],
  ['GET', /^users\/(\w+)$/, (_project, { member }) => ({ json: userOf(member) })],
  ['GET', /^search\/issues$/, () => ({ json: { items: [] } })],
  [
    'GET',
    new RegExp(`^${own}$`),
    (_project, { member }) => ({
      json: { owner: { login: 'inap' }, permissions: { push: member.access >= developer } },
    }),
  ],
  ['GET', new RegExp(`^${own}/branches/(.+)$`), ({ repository }, _asked, name) => branchOf(repository, name)],
  ['GET', new RegExp(`^${own}/git/trees/(.+)$`), ({ repository }, _asked, part) => treeOf(repository, part)],
  [
    'GET',
    new RegExp(`^${own}/git/blobs/(\\w+)$`),
    ({ repository }, _asked, sha) => ({
      json: { sha, encoding: 'base64', content: repository.blob(sha).toString('base64') },
    }),
  ],
  [
    'POST',
    new RegExp(`^${own}/git/blobs$`),
    ({ repository }, { body }) =>
      created({ sha: repository.writeBlob(Buffer.from(String(body['content']), 'base64')) }),
  ],
  ['POST', new RegExp(`^${own}/git/trees$`), writeTree],
  ['POST', new RegExp(`^${own}/git/commits$`), writeCommit],
  ['POST', new RegExp(`^${own}/git/refs$`), createRef],
  ['PATCH', new RegExp(`^${own}/git/refs/heads/(.+)$`), moveRef],
  [
    'DELETE',
    new RegExp(`^${own}/git/refs/heads/(.+)$`),
    ({ repository }, _asked, name) => {
      if (!repository.tip(name)) return refused('Reference does not exist');
      repository.git('update-ref', '-d', `refs/heads/${name}`);
      return { status: 204 };
    },
  ],
  ['GET', new RegExp(`^${own}/compare/(.+)$`), compare],
  [
    'GET',
    new RegExp(`^${own}/commits$`),
    ({ repository }, { query }) => {
      const change = repository.lastChange(query.get('sha') ?? '', query.get('path') ?? '');
      const author = { name: change?.author_name, date: change?.authored_date };
      return { json: change ? [{ commit: { author } }] : [] };
    },
  ],
  [
    'GET',
    new RegExp(`^${own}/commits/(\\w+)/status$`),
    ({ statuses }, _asked, sha) => ({ json: { statuses: statuses.get(sha) ?? [] } }),
  ],
  [
    'GET',
    new RegExp(`^${own}/pulls$`),
    ({ repository, requests }, { query }) => ({
      json: requests
        .opened(query.get('head')?.replace('inap:', '') ?? null)
        .map((request) => pullOf(repository, request)),
    }),
  ],
  [
    'POST',
    new RegExp(`^${own}/pulls$`),
    ({ repository, requests }, { body, member }) =>
      created(
        pullOf(
          repository,
          requests.open({
            source_branch: String(body['head']).replace('inap:', ''),
            target_branch: String(body['base']),
            title: String(body['title']),
            labels: [],
            author: member,
          }),
        ),
      ),
  ],
  ['GET', new RegExp(`^${own}/pulls/(\\d+)/commits$`), () => ({ json: [] })],
  ['PUT', new RegExp(`^${own}/pulls/(\\d+)/merge$`), merge],
  [
    'PATCH',
    new RegExp(`^${own}/pulls/(\\d+)$`),
    ({ repository, requests }, { body }, number) => {
      const request = requests.find(Number(number));
      if (!request) return notFound;
      if (body['state'] === 'closed') request.state = 'closed';
      return { json: pullOf(repository, request) };
    },
  ],
  [
    'PUT',
    new RegExp(`^${own}/issues/(\\d+)/labels$`),
    ({ requests }, { body }, number) => {
      const request = requests.find(Number(number));
      if (!request) return notFound;
      request.labels = body['labels'] as string[];
      return { json: request.labels.map((name) => ({ name })) };
    },
  ],
];

/** What GitHub answers. */
export function answerOf(project: Project, asked: Asked): Answer {
  return answerFrom(routes, project, asked);
}

function created(json: unknown): Answer {
  return { status: 201, json };
}

function userOf({ id, username, name, email }: Member) {
  return { id, login: username, name, email, avatar_url: 'https://pictures.example/1.png' };
}

function branchOf(repository: BareRepository, name: string): Answer {
  const sha = repository.tip(name);
  return sha ? { json: { name, commit: { sha } } } : notFound;
}

/** The files of `<branch>:<folder>`, not those of its folders. */
function treeOf(repository: BareRepository, part: string): Answer {
  const [branch = '', folder = ''] = part.split(/:(.*)/s);
  const files = repository.files(branch, folder).map(({ id, path }) => ({
    path: path.slice(folder.length + 1),
    type: 'blob',
    sha: id,
  }));
  const direct = files.filter(({ path }) => !path.includes('/'));
  return files.length > 0 ? { json: { tree: direct } } : notFound;
}

function writeTree({ repository }: Project, { body }: Asked): Answer {
  const { base_tree, tree } = body as { readonly base_tree: string; readonly tree: readonly Change[] };
  return created({ sha: repository.writeTree(base_tree, tree) });
}

function writeCommit({ repository }: Project, { body, member }: Asked): Answer {
  const { message, tree, parents } = body as {
    readonly message: string;
    readonly tree: string;
    readonly parents: readonly string[];
  };
  return created({ sha: repository.commitTree(tree, parents, message, member) });
}

function createRef({ repository }: Project, { body }: Asked): Answer {
  const { ref, sha } = body as { readonly ref: string; readonly sha: string };
  if (repository.tip(ref.replace('refs/heads/', ''))) return refused('Reference already exists');
  repository.git('update-ref', ref, sha);
  return created({ ref, object: { sha } });
}

/** Only maintainers move the protected branch, and it moves forward. */
function moveRef({ repository }: Project, { body, member }: Asked, name: string): Answer {
  const { sha, force } = body as { readonly sha: string; readonly force: boolean };
  if (name === 'main' && member.access < maintainer)
    return refused('Changes must be made through a pull request.');
  const isForward = repository.git('merge-base', repository.tip(name) ?? '', sha) === repository.tip(name);
  if (!isForward && !force) return refused('Update is not a fast forward');
  repository.git('update-ref', `refs/heads/${name}`, sha);
  return { json: { ref: `refs/heads/${name}`, object: { sha } } };
}

const statuses: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified' };

/** What stands in `head` since it parted from `base`: `main...inap:cms/news/a`. */
function compare({ repository }: Project, _asked: Asked, part: string): Answer {
  const [from = '', to = ''] = part.split('...').map((ref) => repository.commitOf(ref.replace('inap:', '')));
  if (!from || !to) return notFound;
  const files = repository.differences(from, to).map(({ kind, path }) => ({
    filename: path,
    status: statuses[kind],
    sha: repository.blobOf(kind === 'D' ? from : to, path),
    ...(/\.(?:mdx|yaml)$/.test(path) && { patch: '@@' }),
  }));
  const shas = repository.git('rev-list', '--reverse', `${from}..${to}`).split('\n').filter(Boolean);
  const commits = shas.map((sha) => {
    const [author, message = ''] = repository.git('log', '-1', '--format=%an%x00%B', sha).split('\0');
    const parents = repository.git('log', '-1', '--format=%P', sha).split(' ');
    return {
      sha,
      parents: parents.map((parent) => ({ sha: parent })),
      commit: { message: message.trim(), author: { name: author } },
    };
  });
  return { json: { base_commit: { sha: from }, commits, files } };
}

function pullOf(repository: BareRepository, request: MergeRequest) {
  const sha = (branch: string) => repository.tip(branch) ?? '';
  return {
    number: request.iid,
    state: request.state === 'opened' ? 'open' : 'closed',
    title: request.title,
    labels: request.labels.map((name) => ({ name })),
    updated_at: request.updated_at,
    user: { login: 'anne' },
    head: { ref: request.source_branch, sha: sha(request.source_branch), repo: { fork: false } },
    base: { ref: request.target_branch, sha: sha(request.target_branch) },
  };
}

/** Only maintainers merge into the protected branch; what contradicts it, nobody does. */
function merge({ repository, requests }: Project, { body, member }: Asked, number: string): Answer {
  const request = requests.find(Number(number));
  if (!request) return notFound;
  if (member.access < maintainer)
    return { status: 403, json: { message: 'You’re not authorized to push to this branch.' } };
  if (repository.tip(request.source_branch) !== body['sha'])
    return { status: 409, json: { message: 'Head branch was modified. Review and try the merge again.' } };
  const isMerged = repository.merge(request.target_branch, String(body['sha']), request.title, member);
  if (!isMerged) return { status: 405, json: { message: 'Pull Request is not mergeable' } };
  request.state = 'merged';
  return { json: { merged: true, sha: repository.tip(request.target_branch) } };
}
