import { actionNamed } from './actions.ts';
import { recover, recoverAtStart } from './journal.ts';
import { Moved } from './refs.ts';
import { Refusal } from './refusal.ts';
import type { ActionRequest } from './request.ts';
import type { Desk } from './work.ts';

export interface OpenDesk {
  readonly act: (request: ActionRequest) => Promise<unknown>;
  /** Waits for the writings that were begun or asked for. */
  readonly settled: () => Promise<void>;
}

/**
 * Does actions: readings at once, writings one after the other, each after what a killed server has left was finished.
 * Two writings never meet in this process, and the refs’ old values keep other processes away.
 */
export async function openDesk(desk: Desk): Promise<OpenDesk> {
  await recoverAtStart(desk.repository);
  let last: Promise<unknown> = Promise.resolve();
  const act: OpenDesk['act'] = ({ action, params, asker }) => {
    const { act, writes } = actionNamed(action);
    if (!writes) return act(desk, params, asker);
    const work = last.then(async () => {
      await recover(desk.repository);
      return act(desk, params, asker);
    });
    last = work.catch(() => undefined);
    return work.catch((error: unknown) => {
      throw error instanceof Moved ? new Refusal('conflict', 'editing.moved') : error;
    });
  };
  const settled = async () => {
    await last;
  };
  return { act, settled };
}
