/** The words of a seller's pages, in the language that the console speaks. */
import { speakSeller } from '../../messages/seller.ts';

export const words = await speakSeller(document.documentElement.lang);
