/** What we use of a package that brings no types. */
declare module 'decap-cms-backend-proxy' {
  export interface User {
    readonly backendName: string;
    readonly login: string;
    readonly name: string;
    readonly token: string;
  }

  export interface MediaFile {
    readonly id: string;
    readonly name: string;
    readonly path: string;
    readonly size: number;
    readonly url?: string;
    readonly displayURL?: string;
  }

  export interface SentEntry {
    readonly dataFiles: readonly { readonly path: string; readonly raw: string }[];
    readonly assets: readonly { readonly path: string }[];
  }

  export class ProxyBackend {
    constructor(config: object, options?: object);
    readonly proxyUrl: string;
    readonly mediaFolder: string;
    request(payload: { action: string; params: Record<string, unknown> }): Promise<unknown>;
    authenticate(): Promise<User>;
    restoreUser(): Promise<User>;
    authComponent(): unknown;
    persistEntry(entry: SentEntry, options: object): Promise<unknown>;
    getMedia(mediaFolder?: string): Promise<MediaFile[]>;
    getDeployPreview(collection: string, slug: string): Promise<{ url: string; status: string } | null>;
  }
}
