/** The countries that a customer can choose from. */
import { country } from './format.ts';

// ISO 3166-1 alpha-2, for goods that no country limits.
const everywhere =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW';

/** The countries that the goods go to (none: all there are) and the present one, as the language sorts their names. */
export function countryChoices(
  served: readonly string[],
  present: string,
  language: string,
): { code: string; name: string }[] {
  const codes = served.length > 0 ? served : (everywhere.match(/../g) ?? []);
  const { compare } = new Intl.Collator(language);
  return [...new Set([present, ...codes])]
    .filter(Boolean)
    .map((code) => ({ code, name: country(code, language) }))
    .sort((a, b) => compare(a.name, b.name));
}
