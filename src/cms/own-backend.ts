import { type MediaFile, ProxyBackend, type SentEntry, type User } from 'decap-cms-backend-proxy';
import { defaultLocale, isLocale } from '../i18n/locales.ts';
import { type ListedFile, withListFacts } from './list-facts.ts';
import type { Session } from './protocol.ts';
import { openTab, type Payload } from './tab.ts';

/** Where the browser keeps the editor’s name: `{ "name": "…", "email": "…" }`. */
export const editorKey = 'academy-editor';

/**
 * Decap’s proxy backend, speaking to our own server: with the editor’s name and language, and with what this tab has
 * read, so that no change of somebody else is overwritten.
 */
export class OwnBackend extends ProxyBackend {
  readonly #request = openTab({
    address: this.proxyUrl,
    locale: () => {
      const { lang } = document.documentElement;
      return isLocale(lang) ? lang : defaultLocale;
    },
    editor: storedEditor,
    fetch: (address, options) => window.fetch(address, options),
  });

  override async request(payload: Payload): Promise<unknown> {
    const answer = await this.#request(payload);
    if (payload.action !== 'entriesByFolder') return answer;
    return withListFacts(answer as ListedFile[], new Date().toISOString().slice(0, 10));
  }

  override async authenticate(): Promise<User> {
    const response = await fetch(`${this.proxyUrl}session`);
    const session = (await response.json()) as Session;
    if (!session.isOn) throw new Error(session.reason);
    const editor = storedEditor() ?? session.editor;
    return { backendName: 'own', login: editor.name, name: editor.name, token: '' };
  }

  override restoreUser(): Promise<User> {
    return this.authenticate();
  }

  /** With the uploads that the entry shows: one that was refused and replaced must not keep it from being saved. */
  override persistEntry(entry: SentEntry, options: object): Promise<unknown> {
    const shown = ({ path }: { path: string }) =>
      entry.dataFiles.some(({ raw }) => raw.includes(path.replace(/^\/?public\//, '/')));
    return super.persistEntry({ ...entry, assets: entry.assets.filter(shown) }, options);
  }

  /** The names alone: the bytes are fetched when they are shown. */
  override async getMedia(mediaFolder = this.mediaFolder): Promise<MediaFile[]> {
    const params = { mediaFolder, lean: true };
    const files = (await this.request({ action: 'getMedia', params })) as MediaFile[];
    return files.map((file) => {
      const url = `${this.proxyUrl}media/${file.id}/${encodeURIComponent(file.name)}`;
      return { ...file, url, displayURL: url };
    });
  }

  override async getDeployPreview(collection: string, slug: string) {
    const params = { collection, slug };
    const preview = (await this.request({ action: 'getDeployPreview', params })) as {
      url: string;
      status: string;
    } | null;
    return preview && { ...preview, url: new URL(preview.url, location.href).href };
  }
}

function storedEditor(): { name: string; email?: string } | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(editorKey) ?? 'null');
    if (typeof stored === 'object' && stored && 'name' in stored && typeof stored.name === 'string')
      return stored as { name: string; email?: string };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return undefined;
}
