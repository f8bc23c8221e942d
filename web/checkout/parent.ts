/** What the page that embeds this one hears. Nothing personal: any page may be the parent. */
export type ParentMessage =
  | { type: 'vitrine:checkout:complete'; order: string | undefined }
  | { type: 'vitrine:checkout:close' }
  | { type: 'vitrine:checkout:height'; height: number };

export const embedded = window.parent !== window;

function tell(message: ParentMessage): void {
  // The parent's origin is not known here, and the message says nothing that needs hiding from it.
  if (embedded) window.parent.postMessage(message, '*');
}

/** `order` opens what of it is no personal data. */
export function tellComplete(order: string | undefined): void {
  tell({ type: 'vitrine:checkout:complete', order });
}

/** False when there is nowhere to go back to. */
export const canLeave = embedded || history.length > 1;

export function leave(): void {
  if (embedded) tell({ type: 'vitrine:checkout:close' });
  else history.back();
}

/** Keys pressed in a frame do not reach the dialog around it. What was entered is kept. */
export function leaveByEscape(mayLeave: () => boolean): void {
  if (!embedded) return;
  addEventListener('keydown', ({ key, isComposing, target }) => {
    // An open list closes by the same key.
    const meant = key === 'Escape' && !isComposing && !(target instanceof HTMLSelectElement);
    if (meant && mayLeave()) leave();
  });
}

export function tellHeightOf(element: Element): void {
  if (!embedded) return;
  let told = 0;
  const say = (): void => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height !== told) tell({ type: 'vitrine:checkout:height', height: (told = height) });
  };
  // The first word at once: observers rest in tabs that nobody sees, and the page around waits for it.
  say();
  new ResizeObserver(say).observe(element);
}
