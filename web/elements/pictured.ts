/** For `load` and `error` of a picture: one that is missing leaves its place empty, without the browser's broken one. */
export function pictured({ type, target }: Event): void {
  (target as HTMLElement).style.visibility = type === 'error' ? 'hidden' : '';
}
