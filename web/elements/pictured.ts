/** For `load` and `error` of a picture: where one is missing, what it stands in shows its `data-initial` instead. */
export function pictured({ type, target }: Event): void {
  const { style, parentElement } = target as HTMLElement;
  style.visibility = type === 'error' ? 'hidden' : '';
  parentElement!.classList.toggle('bare', type === 'error');
}

/** The first letter of a name. */
export const initial = ([first = '']: Iterable<string>): string => first;
