/** Makes something when it is first asked for, and only then; what failed is tried again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((reason: unknown) => {
      made = undefined;
      throw reason;
    });
    return made;
  };
}

/** The value of a JSON file. Rejects where it can’t be had. */
export async function readJson(address: string, cache: RequestCache = 'default'): Promise<unknown> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}
