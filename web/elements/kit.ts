/** What the parts that load later take from the first file. They import values from here only (`scripts/web.mjs`). */
export { adoptStyles, css, html, nothing, render } from 'lit';
export { wishEvent } from '../events.ts';
export { comma, country, days, list, major, money, percent, quantity } from '../format.ts';
export { Speaker } from '../messages/speaker.ts';
export { ownServer } from '../open-store.ts';
export { orThrow, VitrineError } from '../result.ts';
export { sharedStore, siteOf, stores, whenOpened } from '../shared-store.ts';
export { quantityOf, units } from '../state.ts';
export { followPage, tokens, wear } from '../theme.ts';
export { countryOf, initial, pictured, sellsIn, View } from './base.ts';
export { awaitsMarkup, drawn } from './own-markup.ts';
export { unitPrice } from '../unit-price.ts';
export { cartOpener, openerStyles } from './cart-opener.ts';
export { bag, cross, down, lens, minus, plus, sliders, tick } from './icons.ts';
