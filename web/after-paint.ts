/**
 * Resolves in a task after the page's next picture, so that what was pressed is answered before what it leads to is
 * fetched and worked out. A page that paints nothing (it is not in view) does not wait for it.
 */
export const afterPaint = (): Promise<void> =>
  new Promise((go) => {
    requestAnimationFrame(() => setTimeout(go));
    setTimeout(go, 100);
  });
