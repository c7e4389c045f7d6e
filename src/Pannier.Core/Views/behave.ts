/** Runs `start` once for each element that matches, now and whenever a swap brings one in. */
export function behave<E extends Element>(selector: string, type: new () => E, start: (element: E) => void): void {
  const seen = new WeakSet<Element>();
  const scan = (): void => {
    for (const element of document.querySelectorAll(selector)) {
      if (!(element instanceof type) || seen.has(element)) continue;
      seen.add(element);
      start(element);
    }
  };
  document.addEventListener("swapped", scan);
  scan();
}
