/** What the editor in the browser and its own server, which `npm start` runs, say to each other beside Decap’s proxy protocol. */

/** What happens between a publication and its page, as the editor’s page shows it. */
export type Progress =
  | { readonly state: 'saved'; readonly commit: string; readonly entry?: string }
  | {
      readonly state: 'building';
      readonly commit: string;
      readonly step: string;
      readonly usualSeconds?: number;
    }
  | { readonly state: 'live'; readonly commit: string; readonly seconds: number }
  | { readonly state: 'failed'; readonly commit: string; readonly mistakes: string };

/** The answer of `admin/api/session`. */
export type Session =
  | {
      readonly isOn: true;
      readonly branch: string;
      readonly editor: { readonly name: string; readonly email: string };
    }
  | { readonly isOn: false; readonly reason: string };

/**
 * What a tab has read, for each file as Decap names it: the revisions it may have there. An empty string stands for “no
 * such file”; after a save without an answer there are two possibilities.
 */
export type Bases = Record<string, string[]>;
