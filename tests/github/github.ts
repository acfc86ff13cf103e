import { openDouble } from '../git-host/double.ts';
import { members } from '../git-host/log-in.ts';
import { answerOf } from './api.ts';

export type GitHub = Awaited<ReturnType<typeof openGitHub>>;

/**
 * A double of GitHub, as GitHub Enterprise has it, over a bare repository with the shipped content: its API below `/api/v3`,
 * and the OAuth proxy through which editors log in at `/auth`.
 */
export function openGitHub() {
  return openDouble(permissions, (project, { method, url, headers, body }) => {
    if (url.pathname === '/auth') return { html: logInPage() };
    const login = (headers.authorization ?? '').replace(/^token token-of-/, '');
    const member = Object.values(members).find(({ username }) => username === login);
    if (!member) return { status: 401, json: { message: 'Bad credentials' } };
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v3\//, ''));
    return answerOf(project, { method, path, query: url.searchParams, body, member, origin: url.origin });
  });
}

const permissions = {
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-None-Match',
  'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE',
  'Access-Control-Expose-Headers': 'ETag, Link',
};

/** The proxy’s page: who logs in is told to the editor’s page, once that has answered. */
function logInPage(): string {
  const buttons = Object.values(members).map(
    ({ username, name }) => `<button value="${username}">${name}</button>`,
  );
  const script = `
    let origin;
    addEventListener('message', (event) => { origin = event.origin; });
    opener.postMessage('authorizing:github', '*');
    document.addEventListener('click', ({ target }) => opener.postMessage(
      'authorization:github:success:' + JSON.stringify({ token: 'token-of-' + target.value, provider: 'github' }), origin));`;
  return `<!doctype html><title>Log in</title>${buttons.join('')}<script>${script}</script>`;
}
