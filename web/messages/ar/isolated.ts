/** Text in which each name and each amount keeps its own direction: Latin ones would turn an Arabic sentence about. */
export function isolated(texts: TemplateStringsArray, ...values: (string | number)[]): string {
  const [first, last] = ['\u2068', '\u2069'];
  return texts.reduce((text, next, place) => `${text}${first}${values[place - 1]}${last}${next}`);
}
