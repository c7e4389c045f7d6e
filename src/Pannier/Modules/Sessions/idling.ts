/** What to do about a session that ends by itself. */
export type Step = "wait" | "stay" | "warn" | "leave";

const longestWarning = 120; // seconds

/** The last third of the time, and two minutes at most. */
export function warnFrom(whole: number): number {
  return Math.min(longestWarning, whole / 3);
}

/**
 * @param left seconds until the session ends
 * @param whole seconds it lasts unused
 * @param active whether somebody has typed, clicked or scrolled here since the server last heard of it
 */
export function nextStep(left: number, whole: number, active: boolean): Step {
  if (left <= 0) return "leave";
  if (active && left < whole / 2) return "stay";
  return left <= warnFrom(whole) ? "warn" : "wait";
}

const answered = 30_000; // milliseconds within which the answer to a form is here, or it was a download

/**
 * Whether something was sent whose answer is still to come.
 * @param busy whether a part of the page waits for its answer
 * @param sentAt when the browser began to send a form itself, in milliseconds
 */
export function isUnderWay(busy: boolean, sentAt: number, now: number): boolean {
  return busy || now - sentAt < answered;
}

/** In whole minutes, and below one in tens of seconds, so that a screen reader is not told every second. */
export function inWords(left: number, language: string): string {
  const [unit, count] = left > 60 ? ["minute", Math.ceil(left / 60)] as const : ["second", Math.max(10, Math.ceil(left / 10) * 10)] as const;
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
