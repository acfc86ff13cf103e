/** How a host is asked; tests are less patient. */
export interface Patience {
  /** In milliseconds. */
  readonly timeout: number;
  /** Between two questions to one host, in milliseconds. */
  readonly pause: number;
  /** How many hosts are asked at a time. */
  readonly hosts: number;
}

/**
 * The answers of addresses that do not answer: a status from 400 on, or `timeout`, `unreachable`. Each host is asked one
 * thing at a time, with HEAD, and with GET where it does not know that.
 */
export async function deadAmong(
  addresses: readonly string[],
  { timeout, pause, hosts }: Patience,
): Promise<ReadonlyMap<string, string>> {
  const queues = [...Map.groupBy(addresses, (address) => new URL(address).host).values()];
  const dead = new Map<string, string>();
  const work = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const [index, address] of queue.entries()) {
        if (index > 0) await new Promise((over) => setTimeout(over, pause));
        const answer = await answerOf(address, timeout);
        if (answer) dead.set(address, answer);
      }
    }
  };
  await Promise.all(Array.from({ length: hosts }, work));
  return dead;
}

/** What is wrong; undefined for an address that works. A page that wants a log-in, or fewer questions, is there. */
async function answerOf(address: string, timeout: number): Promise<string | undefined> {
  const head = await ask(address, 'HEAD', timeout);
  const answer = isFine(head) ? head : await ask(address, 'GET', timeout);
  return isFine(answer) ? undefined : String(answer);
}

function isFine(answer: number | string): boolean {
  return typeof answer === 'number' && (answer < 400 || [401, 403, 429].includes(answer));
}

async function ask(address: string, method: string, timeout: number): Promise<number | string> {
  try {
    const response = await fetch(address, {
      method,
      redirect: 'follow',
      signal: AbortSignal.timeout(timeout),
      headers: { 'User-Agent': 'Digital-Academy-link-check', Accept: '*/*' },
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable';
  }
}
