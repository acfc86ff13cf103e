import { applicationId, openDouble } from '../git-host/double.ts';
import { logIns } from '../git-host/log-in.ts';
import { answerOf } from './api.ts';

export type Forgejo = Awaited<ReturnType<typeof openForgejo>>;

/** A double of Forgejo, and of the part of it that is Gitea’s too: log-in and API over a bare repository with the shipped content. */
export function openForgejo() {
  const logIn = logIns({
    application: applicationId,
    scope: 'repository',
    authorize: '/login/oauth/authorize',
    token: '/login/oauth/access_token',
  });
  return openDouble(permissions, (project, { method, url, headers, body }) => {
    const answer = logIn.answer(url, body);
    if (answer) return answer;
    const member = logIn.memberOf((headers.authorization ?? '').replace('token ', ''));
    if (!member) return { status: 401, json: { message: 'token is required' } };
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v1\//, ''));
    return answerOf(project, { method, path, query: url.searchParams, body, member, origin: url.origin });
  });
}

const permissions = {
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'Access-Control-Expose-Headers': 'Link, X-Total-Count',
};
