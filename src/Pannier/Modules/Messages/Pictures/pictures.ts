import { behave } from "core/behave";
import { morph } from "core/morph";
import { fetchOwn } from "core/unasked";

/** Follows the loading of a message's pictures to its end, and says how it went in the place where it was said that it goes on. */
behave("[data-pictures]", HTMLElement, (line) => {
  const place = line.parentElement;
  const url = line.getAttribute("data-pictures") ?? "";
  if (!place) return;
  void fetchOwn(url, place.id).then((fresh) => {
    if (!fresh || !line.isConnected) return; // another message is shown by now, or the session is over
    morph(place, inner(fresh));
  });
});

/** The page around the line is for who comes without script. */
function inner(fresh: DocumentFragment): DocumentFragment {
  const round = fresh.querySelector("[data-round]");
  if (!round) return fresh;
  const only = document.createDocumentFragment();
  only.append(...round.childNodes);
  return only;
}
