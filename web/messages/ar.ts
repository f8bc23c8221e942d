/** Arabic in the widget: fetched when it is spoken. */
export { guide } from './ar/guide.ts';
export { order } from './ar/order.ts';
export { search } from './ar/search.ts';
export { widget } from './ar/widget.ts';
