/** Tells those who listen to the page what has changed, politely and only once nothing has changed for a while. */
export class Announcer {
  readonly #place: HTMLElement;
  #timer: number | undefined;

  /** `place` is an element with the role “status”, there before anything is said. */
  constructor(place: HTMLElement) {
    this.#place = place;
  }

  say(text: string): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#place.textContent = text;
    }, 700);
  }
}
