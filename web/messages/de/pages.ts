/** German on the checkout page and the order page: fetched when it is spoken. */
export { checkout } from './checkout.ts';
export { errors } from './errors.ts';
