import { fetchFragment } from "./swap";

/** Fetches a fragment that nobody asked for by hand: the session's idle time goes on. */
export function fetchUnasked(url: string, target: string): Promise<Response> {
  return fetchFragment(url, target, { headers: { "Pannier-Unattended": "1" } });
}
