import { behave } from "core/behave";
import { fetchFragment } from "core/fetch";

/** Marks a message as read after the person's delay, unless they have gone on before. */
behave("form[data-mark-read]", HTMLFormElement, (form) => {
  const message = form.querySelector<HTMLInputElement>("input[name=message]")?.value;
  setTimeout(() => {
    const shown = document.querySelector<HTMLInputElement>("form[data-mark-read] input[name=message]")?.value;
    if (!form.isConnected || shown !== message) return;
    const body = new FormData(form);
    body.set("act", "mark-read");
    void fetchFragment(form.action, "main", { method: "POST", body }).catch(() => undefined); // offline: it stays unread
  }, Number(form.dataset["markRead"]));
});
