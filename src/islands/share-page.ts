/** Offers the browser's own share sheet and copying, where the browser has them. */
export class SharePage extends HTMLElement {
  connectedCallback(): void {
    const { title = '', address = '', copied = '' } = this.dataset;
    const status = this.querySelector('[role=status]');
    if ('share' in navigator) {
      this.#offer('device', () => navigator.share({ title, url: address }).catch(() => undefined));
    }
    if ('clipboard' in navigator) {
      this.#offer('copy', async () => {
        await navigator.clipboard.writeText(address);
        if (status) status.textContent = copied;
      });
    }
  }

  #offer(kind: string, act: () => Promise<void>): void {
    const item = this.querySelector<HTMLElement>(`[data-share="${kind}"]`);
    if (!item) return;
    item.hidden = false;
    item.querySelector('button')?.addEventListener('click', () => void act());
  }
}
