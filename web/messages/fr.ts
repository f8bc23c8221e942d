/** French in the widget: fetched when it is spoken. */
export { guide } from './fr/guide.ts';
export { order } from './fr/order.ts';
export { search } from './fr/search.ts';
export { widget } from './fr/widget.ts';
