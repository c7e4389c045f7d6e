/** What the script itself has to say. A page in another language carries the same words on #notices, as data-word-NAME. */
const english = {
  close: "Close",
  offline: "You seem to be offline; nothing was lost.",
  goOn: "Go on",
  leaving: "Are you still there? Nothing was done for a while, and you will be signed out in",
  rested: "Your mail is closed",
  restedWhy: "Nothing was done here for a while. You are still signed in on this device.",
  resting: "Are you still there? Nothing was done for a while, and this page will close your mail in",
  retry: "Retry",
  stay: "Stay signed in",
  unreadable: "The answer could not be read. Reload the page; nothing was lost.",
  unsaved: "Not saved yet; trying again.",
};

export type Word = keyof typeof english;

export function word(name: Word): string {
  return document.getElementById("notices")?.getAttribute(`data-word-${name}`) ?? english[name];
}
