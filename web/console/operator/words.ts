/** The words of the operator's pages, in the language that the console speaks. */
import { speakOperator } from '../../messages/operator.ts';

export const words = await speakOperator(document.documentElement.lang);
