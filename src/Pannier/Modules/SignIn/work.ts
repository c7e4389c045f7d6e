/**
 * The check that a person signs in, where it is proof of work: finds the number the form asks for, and sends it. One that a
 * service's script scores is asked for when the form is sent; a page that only leads on is sent at once.
 */
import { behave } from "core/behave";
import { solve } from "./solve";

interface Scorer { ready(then: () => void): void; execute(key: string, about: { action: string }): Promise<string> }

behave("form[data-go]", HTMLFormElement, (form) => { form.requestSubmit(); });

behave("form[data-work]", HTMLFormElement, (form) => {
  const byHand = form.querySelectorAll<HTMLElement>("[data-by-hand]");
  const working = form.querySelector<HTMLElement>("[data-working]");
  for (const part of byHand) part.hidden = true;
  if (working) working.hidden = false;
  void solve(form.dataset["work"] ?? "", Number(form.dataset["bits"]), Number(form.dataset["rounds"])).then((number) => {
    fill(form, "work", String(number));
    form.requestSubmit();
  });
});

behave("form[data-score]", HTMLFormElement, (form) => {
  const field = form.dataset["field"] ?? "";
  form.addEventListener("submit", (event) => {
    const scorer = (window as { grecaptcha?: Scorer }).grecaptcha;
    if (form.elements.namedItem(field) || !scorer) return; // without an answer the server says what is missing
    event.preventDefault();
    scorer.ready(() => {
      void scorer.execute(form.dataset["score"] ?? "", { action: form.dataset["action"] ?? "" }).then((answer) => { fill(form, field, answer); form.requestSubmit(); });
    });
  });
});

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  form.append(field);
}
