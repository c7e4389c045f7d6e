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

/** In whole minutes, and below one in tens of seconds, so that a screen reader is not told every second. */
export function inWords(left: number, language: string): string {
  const [unit, count] = left > 60 ? ["minute", Math.ceil(left / 60)] as const : ["second", Math.max(10, Math.ceil(left / 10) * 10)] as const;
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
