/** What the editor in the browser and its own server, which `npm start` runs, say to each other beside Decap’s proxy protocol. */

/** What a build does, in this order. */
export const buildSteps = ['content', 'pages', 'search'] as const;

/**
 * What happens between a publication and its page, as the editor’s page shows it. The revision counts the commits of the
 * published branch: a build holds every publication whose revision is not above its own.
 */
export type Progress =
  | { readonly state: 'saved'; readonly revision: number; readonly entry?: string }
  | {
      readonly state: 'building';
      readonly revision: number;
      readonly step: (typeof buildSteps)[number];
      readonly usualSeconds?: number;
    }
  | { readonly state: 'live'; readonly revision: number; readonly seconds: number }
  | { readonly state: 'failed'; readonly revision: number; readonly mistakes: string };

/** The answer of `admin/api/session`. */
export type Session =
  | { readonly isOn: true; readonly branch: string }
  | { readonly isOn: false; readonly reason: string };

/**
 * What a tab has read, for each file as Decap names it: the revisions it may have there. An empty string stands for “no
 * such file”; after a save without an answer there are two possibilities.
 */
export type Bases = Record<string, string[]>;
