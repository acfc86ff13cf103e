/** What we use of packages that bring no types. */

declare module 'decap-cms-widget-*' {
  const widget: { Widget(options?: object): import('decap-cms-core').CmsWidgetParam };
  export default widget;
}

declare module 'decap-cms-locales' {
  type Phrases = Readonly<Record<string, unknown>>;
  export const de: Phrases;
  export const en: Phrases;
  export const fr: Phrases;
}

declare module 'decap-cms-backend-forgejo' {
  export const ForgejoBackend: import('../git-host.ts').GitHostClass;
}
declare module 'decap-cms-backend-gitea' {
  export const GiteaBackend: import('../git-host.ts').GitHostClass;
}
declare module 'decap-cms-backend-github' {
  export const GitHubBackend: import('../git-host.ts').GitHostClass;
}
declare module 'decap-cms-backend-gitlab' {
  export const GitLabBackend: import('../git-host.ts').GitHostClass;
}
