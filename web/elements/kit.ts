/** What the parts that load later take from the first file. They import values from here only (`scripts/web.mjs`). */
export { adoptStyles, css, html, nothing } from 'lit';
export { country, days, list, money, percent, quantity } from '../format.ts';
export { quantityOf, units } from '../state.ts';
export { pictured, View } from './base.ts';
export { bag, cross, down, lens, minus, plus, sliders, tick } from './icons.ts';
