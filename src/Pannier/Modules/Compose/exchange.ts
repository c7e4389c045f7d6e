/** The text with another signature at its end; the same text when the old one was touched. */
export function exchange(text: string, before: string, after: string): string {
  return text.endsWith(before) ? text.slice(0, text.length - before.length) + after : text;
}
