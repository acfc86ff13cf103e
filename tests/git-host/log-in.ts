import { createHash, randomUUID } from 'node:crypto';
import type { Answer } from './double.ts';

/** Who works on the repository, and what for: GitLab’s numbers for Reporter, Developer and Maintainer. */
export const members = {
  anne: { id: 1, username: 'anne', name: 'Anne Muller', email: 'anne@example.org', access: 40 },
  marc: { id: 2, username: 'marc', name: 'Marc Weber', email: 'marc@example.org', access: 30 },
  paul: { id: 3, username: 'paul', name: 'Paul Klein', email: 'paul@example.org', access: 20 },
} as const;

export type Member = (typeof members)[keyof typeof members];

interface Grant {
  readonly member: Member;
  readonly challenge: string;
  readonly redirect: string;
}

/** What the application of the editor may, by which name, and where it asks. */
interface Application {
  readonly application: string;
  readonly scope: string;
  readonly authorize: string;
  readonly token: string;
}

/** Logging in as an application of a browser does: OAuth 2 with PKCE, without a secret. */
export function logIns({ application, scope, authorize, token: tokenPlace }: Application) {
  const grants = new Map<string, Grant>();
  const tokens = new Map<string, Member>();
  const renewals = new Map<string, Member>();
  const renewed = ({ refresh_token = '' }: Readonly<Record<string, string>>): Member | undefined => {
    const member = renewals.get(refresh_token);
    renewals.delete(refresh_token);
    return member;
  };
  const ofCode = ({
    code = '',
    code_verifier = '',
    redirect_uri,
    client_id,
  }: Readonly<Record<string, string>>) => {
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256').update(code_verifier).digest('base64url');
    return grant?.challenge === challenge && grant.redirect === redirect_uri && client_id === application
      ? grant.member
      : undefined;
  };
  /** The page on which a member lets the application in. Throws what the git host would refuse. */
  const authorizePage = (asked: URLSearchParams): string => {
    const wanted = {
      client_id: application,
      response_type: 'code',
      scope,
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(wanted))
      if (asked.get(name) !== value) throw new Error(`${name} is “${asked.get(name)}”, not “${value}”`);
    const links = Object.values(members).map((member) => {
      const code = randomUUID();
      const redirect = asked.get('redirect_uri') ?? '';
      grants.set(code, { member, challenge: asked.get('code_challenge') ?? '', redirect });
      const back = new URL(redirect);
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
      return `<li><a href="${back.href.replaceAll('&', '&amp;')}">${member.name}</a></li>`;
    });
    return `<!doctype html><title>Log in</title><ul>${links.join('')}</ul>`;
  };
  /** Tokens for a code that the browser which asked for it brings back, or for an earlier token; undefined for any other. */
  const tokensFor = (asked: Readonly<Record<string, string>>) => {
    const member = asked['grant_type'] === 'refresh_token' ? renewed(asked) : ofCode(asked);
    if (!member) return undefined;
    const [access_token, refresh_token] = [randomUUID(), randomUUID()];
    tokens.set(access_token, member);
    renewals.set(refresh_token, member);
    return { access_token, refresh_token, token_type: 'Bearer', expires_in: 7200, scope };
  };
  return {
    /** What is answered where the application asks for a person or a token; undefined anywhere else. */
    answer(url: URL, body: Readonly<Record<string, string>>): Answer | undefined {
      if (url.pathname === authorize) return { html: authorizePage(url.searchParams) };
      if (url.pathname !== tokenPlace) return undefined;
      const granted = tokensFor(body);
      return granted ? { json: granted } : { status: 400, json: { error: 'invalid_grant' } };
    },
    /** A token of the kind that is made by hand, for pipelines. */
    tokenFor(member: Member): string {
      const token = randomUUID();
      tokens.set(token, member);
      return token;
    },
    memberOf: (token = '') => tokens.get(token),
  };
}
