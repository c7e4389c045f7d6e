/**
 * Makes `target`'s children like `wanted`'s while keeping the nodes that stay: with them live focus, scroll, selection,
 * what was typed and ticked, and what a person opened. Elements are the same if they carry the same `data-key` or id;
 * those with neither if they are of one kind and stand in turn. What has `data-keep` is left alone.
 */
export function morph(target: Element, wanted: ParentNode & Node): void {
  const keyed = new Map<string, Element>();
  for (const child of target.children) {
    const key = keyOf(child);
    if (key !== null) keyed.set(key, child);
  }
  let place = target.firstChild;
  for (const next of [...wanted.childNodes]) {
    const key = keyOf(next);
    const same = key === null ? unkeyed(place, next) : ofKind(keyed.get(key), next);
    if (!same) {
      target.insertBefore(next, place);
      continue;
    }
    if (key !== null) keyed.delete(key);
    if (same === place) place = place.nextSibling;
    else move(target, same, place);
    change(same, next);
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}

/** Gives `target` other content. What is the same thing at another place, by the `data-key` of its one element, stays and changes: a list with another message beside it. */
export function fill(target: Element, content: DocumentFragment): void {
  const key = target.firstElementChild?.getAttribute("data-key") ?? null;
  if (key !== null && content.firstElementChild?.getAttribute("data-key") === key) morph(target, content);
  else target.replaceChildren(content);
}

/** What of a page goes into the element of this id; null when the page has no such element. */
export function partOf(page: DocumentFragment, id: string): DocumentFragment | null {
  if (id === "main") return page;
  const found = page.getElementById(id);
  const part = document.createDocumentFragment();
  part.append(...found?.childNodes ?? []);
  return found && part;
}

function change(old: ChildNode, next: ChildNode): void {
  if (!(old instanceof Element) || !(next instanceof Element)) {
    if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue;
    return;
  }
  if (old.hasAttribute("data-keep") || old.isEqualNode(next)) return;
  attributes(old, next);
  if (!(old instanceof HTMLTextAreaElement)) morph(old, next);
  else if (old !== document.activeElement) old.value = next.textContent;
}

function attributes(old: Element, next: Element): void {
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) {
    const opened = name === "open" && old instanceof HTMLDetailsElement; // the person's doing, not the server's
    if (!next.hasAttribute(name) && !opened) old.removeAttribute(name);
  }
}

/** The node at `place` if it can become `next`; a keyed one never becomes an unkeyed one. */
function unkeyed(place: ChildNode | null, next: ChildNode): ChildNode | undefined {
  return place && keyOf(place) === null ? ofKind(place, next) : undefined;
}

function ofKind(old: ChildNode | undefined, next: ChildNode): ChildNode | undefined {
  return old && old.nodeType === next.nodeType && old.nodeName === next.nodeName ? old : undefined;
}

function keyOf(node: Node): string | null {
  if (!(node instanceof Element)) return null;
  return node.getAttribute("data-key") ?? (node.id ? `#${node.id}` : null);
}

/** moveBefore keeps a frame loaded and the focus where it is; browsers without it lose both on a move. */
function move(parent: Element, child: ChildNode, before: ChildNode | null): void {
  if ("moveBefore" in parent && typeof parent.moveBefore === "function") parent.moveBefore(child, before);
  else parent.insertBefore(child, before);
}

/** Makes the element of this id like another one, which goes from where it is; one that is not on the page changes nothing. */
export function put(id: string, element: Element): void {
  const place = document.getElementById(id);
  if (place) morph(place, element);
  element.remove();
}
