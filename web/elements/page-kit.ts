/** What parts take from `kit.ts` where a page of our own shows them, without the widget (`scripts/web.mjs`). */
export { html, nothing } from 'lit/html.js';
export { pictured } from './pictured.ts';
