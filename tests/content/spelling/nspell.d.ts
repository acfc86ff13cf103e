declare module 'nspell' {
  /** A spell checker of the two files of a Hunspell dictionary. */
  export default function nspell(files: { readonly aff: string; readonly dic: string }): {
    readonly correct: (word: string) => boolean;
  };
}
