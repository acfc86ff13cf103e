/** What whoever has started a process that stays says to it: into which folder to build. */
export interface BuildOrder {
  readonly build: string;
}

/**
 * What such a process answers to an order: that the site lies there, or which mistakes the content has. One that ends
 * without an answer has said why; where it has built before, a new one may do better.
 */
export type BuildAnswer = { readonly isBuilt: true } | { readonly mistakes: string };

/** True for an answer among all that such a process says. */
export function isAnswer(message: object): message is BuildAnswer {
  return 'isBuilt' in message || 'mistakes' in message;
}
