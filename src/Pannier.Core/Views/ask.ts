/** What a link or a form asks the server for. */
export interface Ask {
  readonly url: string;
  readonly method: "GET" | "POST";
  /** Null for GET. */
  readonly body: FormData | URLSearchParams | null;
  /** The id of the element that the answer goes into: the one that is named if it is on the page, else all of it. */
  readonly target: string;
  /** Whether the address bar follows, as after a plain link. */
  readonly navigates: boolean;
}

/** Null when the click is the browser's own: another window, a download, another site. */
export function askOfLink(link: HTMLAnchorElement, event: MouseEvent): Ask | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  if (link.origin !== location.origin || link.hasAttribute("download") || (link.target !== "" && link.target !== "_self")) return null;
  return { url: link.href, method: "GET", body: null, target: targetOf(link), navigates: link.hasAttribute("data-swap-url") };
}

/** Null when the form is not for us: a dialog, another site, a button marked `data-no-swap`. */
export function askOfForm(form: HTMLFormElement, submitter: HTMLElement | null): Ask | null {
  return submitter?.hasAttribute("data-no-swap") ? null : askOf(form, submitter);
}

/** The same, marked or not. */
export function askOf(form: HTMLFormElement, submitter: HTMLElement | null): Ask | null {
  const own = submitter instanceof HTMLButtonElement || submitter instanceof HTMLInputElement ? submitter : null;
  const url = new URL(own?.hasAttribute("formaction") ? own.formAction : form.getAttribute("action") ?? location.href, location.href);
  const method = own?.hasAttribute("formmethod") ? own.formMethod : form.method;
  if (url.origin !== location.origin || method === "dialog") return null;

  const data = new FormData(form, submitter);
  const target = targetOf(submitter?.hasAttribute("data-swap") ? submitter : form);
  if (method === "post") return { url: url.href, method: "POST", body: form.enctype === "multipart/form-data" ? data : texts(data), target, navigates: false };

  url.search = texts(data).toString();
  return { url: url.href, method: "GET", body: null, target, navigates: form.hasAttribute("data-swap-url") };
}

/** The fields that are text; a file's name alone would say nothing. */
export function texts(data: FormData): URLSearchParams {
  const found = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === "string") found.append(name, value);
  return found;
}

export function targetOf(element: Element): string {
  const named = element.getAttribute("data-swap")?.replace(/^#/, "");
  return named && document.getElementById(named) ? named : "main";
}
