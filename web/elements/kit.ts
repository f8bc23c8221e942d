/** What the parts that load later take from the first file. They import values from here only (`scripts/web.mjs`). */
export { css, html, nothing } from 'lit';
export { country, days, list, money, percent } from '../format.ts';
export { quantityOf, units } from '../state.ts';
export { View } from './base.ts';
export { bag, cross, down, minus, plus, tick } from './icons.ts';
