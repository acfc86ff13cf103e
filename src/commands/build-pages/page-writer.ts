import { newFilesIn } from './page-places.ts';
import type { SlimPage } from './slim-page.ts';

/** A page or another file as it was made. */
export interface PageFile {
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly isHtml: boolean;
}

/** Writes what was made, pages as they shall look. */
export interface PageWriter {
  /** To be waited for where there is a promise: then much is still to be written. Throws, or rejects, with what went wrong. */
  readonly write: (page: PageFile) => Promise<void> | undefined;
  /** Waits until all is written. */
  readonly written: () => Promise<void>;
}

/** What writes into `folder` at once. */
export function writerInto(folder: string, finish: SlimPage): PageWriter {
  const write = newFilesIn(folder);
  return {
    write({ file, content, isHtml }) {
      write(file, isHtml ? finish(bufferOf(content)) : content);
      return undefined;
    },
    written: async () => undefined,
  };
}

function bufferOf(content: string | Uint8Array): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
