/** German in the widget: fetched when it is spoken. */
export { guide } from './de/guide.ts';
export { order } from './de/order.ts';
export { search } from './de/search.ts';
export { widget } from './de/widget.ts';
