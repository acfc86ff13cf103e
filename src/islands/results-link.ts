import { lastResults } from './visit-memory.ts';

/** Shows the link in it where the reader comes from results in the page’s language, and leads back to them. */
export class ResultsLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const address = lastResults();
    if (!link || !address.startsWith(`${link.pathname}?`)) return;
    link.href = address;
    this.hidden = false;
  }
}
