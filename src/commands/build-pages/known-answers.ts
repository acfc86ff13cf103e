const Answer = globalThis.Response;

/**
 * An answer that knows its content as it was handed over: to put it into a stream and to read it from there takes as long
 * as many a file takes to make.
 */
class KnownAnswer extends Answer {
  readonly content: string | Uint8Array | undefined;

  constructor(body?: ConstructorParameters<typeof Answer>[0], init?: ResponseInit) {
    const isWhole = typeof body === 'string' || body instanceof Uint8Array;
    super(isWhole ? null : body, init);
    this.content = isWhole ? body : undefined;
  }
}

/** While `work` is done, what pages answer knows its content. */
export async function knowingAnswers<Result>(work: () => Promise<Result>): Promise<Result> {
  globalThis.Response = KnownAnswer;
  try {
    return await work();
  } finally {
    globalThis.Response = Answer;
  }
}

/** The content of an answer, as text or as bytes, as it was written. */
export async function contentOf(answer: Response): Promise<string | Uint8Array> {
  const known = answer instanceof KnownAnswer ? answer.content : undefined;
  return known ?? answer.bytes();
}
