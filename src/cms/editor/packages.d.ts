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
  export const ForgejoBackend: unknown;
}
declare module 'decap-cms-backend-gitea' {
  export const GiteaBackend: unknown;
}
declare module 'decap-cms-backend-github' {
  export const GitHubBackend: unknown;
}
declare module 'decap-cms-backend-gitlab' {
  export const GitLabBackend: unknown;
}
