import { type MediaFile, ProxyBackend, type SentEntry, type User } from 'decap-cms-backend-proxy';
import { pageStrings } from './editor/language.ts';
import { LogInPage } from './editor/log-in.ts';
import { showRefusals } from './editor/refusal-dialog.ts';
import { storedEditor } from './editor-person.ts';
import { type ListedFile, withListFacts } from './list-facts.ts';
import type { Session } from './protocol.ts';
import { openTab, type Payload, Refused } from './tab.ts';
import { withShownUploads } from './uploads.ts';

/**
 * Decap’s proxy backend, speaking to our own server: with the editor’s name and language, and with what this tab has
 * read, so that no change of somebody else is overwritten.
 */
export class OwnBackend extends ProxyBackend {
  readonly #request = openTab({
    address: this.proxyUrl,
    locale: () => pageStrings().locale,
    editor: () => storedEditor(localStorage),
    fetch: (address, options) => window.fetch(address, options),
  });

  override async request(payload: Payload): Promise<unknown> {
    const answer = await this.#request(payload).catch(sayMistakes);
    if (payload.action !== 'entriesByFolder') return answer;
    const drafts = await this.#request({ action: 'unpublishedEntries', params: {} });
    return withListFacts(answer as ListedFile[], {
      now: Date.now(),
      drafts: drafts as string[],
      locale: pageStrings().locale,
    });
  }

  override async authenticate(): Promise<User> {
    const response = await fetch(`${this.proxyUrl}session`);
    const session = (await response.json()) as Session;
    if (!session.isOn) throw new Refused(session.reason, response.status);
    const editor = storedEditor(localStorage);
    if (!editor) throw new NameMissing();
    return { backendName: 'proxy', login: editor.name, name: editor.name, token: '' };
  }

  override restoreUser(): Promise<User> {
    return this.authenticate();
  }

  override authComponent() {
    return LogInPage;
  }

  override persistEntry(entry: SentEntry, options: object): Promise<unknown> {
    return super.persistEntry(withShownUploads(entry), options);
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

/** What is to be mended is said whole, and shortly where Decap shows the error. */
function sayMistakes(error: unknown): never {
  if (!(error instanceof Refused) || error.code !== 'mistakes') throw error;
  const [title = '', ...mistakes] = error.message.split('\n');
  const strings = pageStrings();
  showRefusals(title, mistakes, strings);
  throw new Refused(strings.t('cms.refused.toast'), error.status, error.code);
}

/** There is no name yet, so nobody is logged in. */
class NameMissing extends Error {
  override readonly name = '';
}
