import { targetOf } from "core/ask";
import { behave } from "core/behave";
import { hold } from "core/held";
import { fetchOwn } from "core/unasked";

const settled = 400; // ms, in which one may have gone on already

/** Fetches the next message while this one is read, so that it shows at once. The server marks it read only when it is shown. */
behave("a[data-ahead]", HTMLAnchorElement, (link) => {
  setTimeout(() => { if (link.isConnected && !savesData()) void fetchAhead(link); }, settled);
});

async function fetchAhead(link: HTMLAnchorElement): Promise<void> {
  const target = targetOf(link);
  const fragment = await fetchOwn(aheadOf(link.href), target);
  if (fragment && link.isConnected) hold(link.href, target, fragment);
}

export function aheadOf(address: string): string {
  const url = new URL(address);
  url.searchParams.set("ahead", "on");
  return url.href;
}

function savesData(): boolean {
  return "connection" in navigator && (navigator.connection as { readonly saveData?: boolean } | null)?.saveData === true;
}
