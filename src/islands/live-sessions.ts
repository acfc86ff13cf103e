import { actionOf, type SessionState, type SessionTimes, stateOf } from '../catalogue/session-state.ts';

/** Keeps the states of the sessions in it true to the clock: a page built last week offers nothing that is over. */
export class LiveSessions extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    this.#update();
    this.#timer = window.setInterval(() => this.#update(), 60_000);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer);
  }

  #update(): void {
    const labels = JSON.parse(this.dataset['labels'] ?? '{}') as Record<SessionState, string>;
    for (const item of this.querySelectorAll<HTMLElement>('[data-times]')) {
      const state = stateOf(JSON.parse(item.dataset['times'] ?? '{}') as SessionTimes, Date.now());
      const row = item.querySelector<HTMLElement>('[data-state]');
      if (!row || row.dataset['state'] === state) continue;
      for (const part of item.querySelectorAll<HTMLElement>('[data-state]')) part.dataset['state'] = state;
      const badge = item.querySelector<HTMLElement>('.pill');
      if (badge) badge.textContent = labels[state];
      const offered = actionOf(state, item.dataset['room'] !== undefined);
      for (const link of item.querySelectorAll<HTMLElement>('[data-action]')) {
        link.hidden = link.dataset['action'] !== offered;
      }
    }
  }
}
