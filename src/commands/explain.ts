/** What people should read of an error: the list alone where content has mistakes, else all that helps a developer. */
export function explain(error: unknown): string {
  const mistakes = contentMistakesIn(error);
  if (mistakes) return mistakes.message;
  if (!(error instanceof Error)) return String(error);
  const place = placeOf(error);
  const cause = error.cause === undefined ? [] : [explain(error.cause)];
  return [error.stack ?? error.message, ...(place ? [`  in ${place}`] : []), ...cause].join('\n');
}

/** The error that lists mistakes in content, if it is one: Astro may wrap what a loader throws. */
export function contentMistakesIn(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.name === 'ContentMistakes' ? error : contentMistakesIn(error.cause);
}

function placeOf(error: Error): string | undefined {
  const { loc } = error as { loc?: { file?: string; line?: number } };
  return loc?.file && `${loc.file}:${loc.line ?? 1}`;
}
