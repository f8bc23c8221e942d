/** A part about one offer, or about a product by its cheapest one. */
import type { PropertyDeclarations } from 'lit';
import { View } from './kit.ts';
import type { UnitPricing } from '../contract.ts';
import type { VitrinePrice } from '../tags.ts';

/** What such parts show of an offer. */
export interface Terms {
  offer_id: string;
  title: string;
  /** Minor units. */
  price: number;
  /** Other offers of the product cost more. */
  varies: boolean;
  available: boolean;
  /** What a kilogram, a litre or the like of it costs, where its seller says how much it is. */
  unit_pricing?: UnitPricing | undefined;
}

export abstract class OfferPart extends View implements VitrinePrice {
  static override properties: PropertyDeclarations = {
    offer: { reflect: true },
    product: { reflect: true },
    terms: { attribute: false },
  };

  /** The offer's id. */
  declare offer: string | null;
  /** A product's id, instead of an offer's: its cheapest offer that can be had. */
  declare product: string | null;
  /** Nothing while they are not known; null for an offer that the shop does not have. */
  declare terms: Terms | null | undefined;
}
