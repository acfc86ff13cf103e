import { draftRef, existingDraft } from './drafts.ts';
import { getMedia, getMediaFile, persistMedia, unpublishedEntryMediaFile } from './media.ts';
import {
  deleteFiles,
  deleteUnpublishedEntry,
  publishUnpublishedEntry,
  updateUnpublishedEntryStatus,
} from './publishing.ts';
import {
  entriesByFiles,
  entriesByFolder,
  getEntry,
  unpublishedEntries,
  unpublishedEntry,
  unpublishedEntryDataFile,
} from './reading.ts';
import { Refusal } from './refusal.ts';
import { persistEntry } from './saving.ts';
import type { Action } from './work.ts';

const info: Action = async () => ({
  repo: 'local',
  publish_modes: ['simple', 'editorial_workflow'],
  type: 'digital_academy',
});

const getDeployPreview: Action = async ({ repository, previewAddress }, { collection, slug }) => {
  try {
    const draft = await existingDraft(repository, draftRef(collection, slug));
    return { url: previewAddress(draft), status: 'success' };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no-draft') return null;
    throw error;
  }
};

/** Decap’s comments on entries are for hosted backends; it asks for them all the same. */
const getNotes: Action = async () => ({ notes: [] });
const getPRMetadata: Action = async () => ({ metadata: null });

const readings: Readonly<Record<string, Action>> = {
  info,
  entriesByFolder,
  entriesByFiles,
  getEntry,
  unpublishedEntries,
  unpublishedEntry,
  unpublishedEntryDataFile,
  unpublishedEntryMediaFile,
  getMedia,
  getMediaFile,
  getDeployPreview,
  getNotes,
  getPRMetadata,
};

const writings: Readonly<Record<string, Action>> = {
  persistEntry,
  updateUnpublishedEntryStatus,
  publishUnpublishedEntry,
  deleteUnpublishedEntry,
  persistMedia,
  deleteFile: (desk, { path, ...params }, asker) => deleteFiles(desk, { ...params, paths: [path] }, asker),
  deleteFiles,
};

/** The action of that name, and whether it changes something. */
export function actionNamed(name: string): { readonly act: Action; readonly writes: boolean } {
  if (Object.hasOwn(readings, name)) return { act: readings[name] as Action, writes: false };
  if (Object.hasOwn(writings, name)) return { act: writings[name] as Action, writes: true };
  throw new Refusal('malformed', 'editing.unknownAction', { action: name });
}
