/** Spanish in the widget: fetched when it is spoken. */
export { guide } from './es/guide.ts';
export { order } from './es/order.ts';
export { search } from './es/search.ts';
export { widget } from './es/widget.ts';
