/** The customer takes an order back, after being asked once more. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderGroup, OrderStatusView } from '../contract.ts';
import type { Reading } from '../receipt.ts';

/** How the wish is sent; `sending` while it is on its way, `tooLate` once a seller was faster. */
export interface Cancelling {
  cancel: (order?: OrderStatusView) => void;
  sending: boolean;
  tooLate: boolean;
}

export const stands = ({ status }: OrderStatusView): boolean =>
  status !== 'rejected' && status !== 'cancelled';

/** While the seller has not taken the order on. */
export function cancelOne(
  order: OrderStatusView,
  { words }: Reading,
  cancelling: Cancelling,
): TemplateResult | typeof nothing {
  if (order.status !== 'placed') return nothing;
  return ask(
    `cancel-${order.id}`,
    words.cancelOrder,
    order.id,
    words,
    () => cancelling.cancel(order),
    {
      ...cancelling,
      question: words.cancelQuestion(order.seller_name),
    },
  );
}

/** All of several orders, while none of their sellers has taken its part on. */
export function cancelAll(
  { orders }: OrderGroup,
  { words }: Reading,
  cancelling: Cancelling,
): TemplateResult | typeof nothing {
  const standing = orders.filter(stands);
  const open = standing.every(({ status }) => status === 'placed');
  if (standing.length < 2 || !open) return nothing;
  return ask('cancel-all', words.cancelAll, undefined, words, () => cancelling.cancel(), {
    ...cancelling,
    question: words.cancelAllQuestion,
  });
}

/** A button, about the element of that id, and the dialog that it opens, which returns the focus to it. */
function ask(
  id: string,
  text: string,
  about: string | undefined,
  words: Reading['words'],
  act: () => void,
  { question, sending }: { question: string; sending: boolean },
): TemplateResult {
  const dialog = (): HTMLDialogElement => document.getElementById(id) as HTMLDialogElement;
  const confirm = (): void => {
    dialog().close();
    if (!sending) act();
  };
  return html`<button
      type="button"
      class="secondary screen-only"
      aria-describedby=${about ?? nothing}
      aria-haspopup="dialog"
      aria-disabled=${sending ? 'true' : nothing}
      @click=${() => sending || dialog().showModal()}
    >
      ${text}
    </button>
    <dialog id=${id} class="question" aria-labelledby="${id}-question">
      <p id="${id}-question">${question}</p>
      <p class="quiet">${words.cancelEffect}</p>
      <p class="choice">
        <button type="button" class="secondary" autofocus @click=${() => dialog().close()}>
          ${words.cancelKeep}
        </button>
        <button type="button" class="primary" @click=${confirm}>${words.cancelConfirm}</button>
      </p>
    </dialog>`;
}
