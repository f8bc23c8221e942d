/** What of a page goes to the printer: the section `paper` of that kind, and nothing else. */
export type Paper = 'pick' | 'slip' | 'label';

export function print(paper: Paper): void {
  const root = document.documentElement;
  root.dataset['paper'] = paper;
  addEventListener('afterprint', () => delete root.dataset['paper'], { once: true });
  window.print();
}
