import { applicationId, openDouble } from '../git-host/double.ts';
import { logIns } from '../git-host/log-in.ts';
import { answerOf } from './api.ts';

export type GitLab = Awaited<ReturnType<typeof openGitLab>>;

/** A double of GitLab: log-in and API over a bare repository with the shipped content, on this machine. */
export async function openGitLab() {
  const logIn = logIns({
    application: applicationId,
    scope: 'api',
    authorize: '/oauth/authorize',
    token: '/oauth/token',
  });
  const double = await openDouble(permissions, (project, { method, url, headers, body }) => {
    const answer = logIn.answer(url, body);
    if (answer) return answer;
    const { authorization = '', 'private-token': own } = headers;
    const member = logIn.memberOf(typeof own === 'string' ? own : authorization.replace('Bearer ', ''));
    if (!member) return { status: 401, json: { message: '401 Unauthorized' } };
    if (url.pathname === '/api/v4/user')
      return { json: { ...member, avatar_url: 'https://pictures.example/1.png' } };
    const [, parts = ''] = /^\/api\/v4\/projects\/(?:1|inap%2Facademy)\/?(.*)$/.exec(url.pathname) ?? [];
    const path = decodeURIComponent(parts);
    return answerOf(project, { method, path, query: url.searchParams, body, member, origin: url.origin });
  });
  return { ...double, tokenFor: logIn.tokenFor };
}

const permissions = {
  'Access-Control-Allow-Headers': '*, Authorization',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE',
  'Access-Control-Expose-Headers': 'Link, X-Total, X-Total-Pages, X-Per-Page, X-Page, X-Gitlab-Blob-Id',
};
