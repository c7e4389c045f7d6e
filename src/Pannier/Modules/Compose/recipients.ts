import { behave } from "core/behave";
import { combobox } from "core/combobox";
import { finish, unfinished } from "./addressees";

/** Completes every address of the field from past correspondents, as `data-value="Name &lt;address&gt;"`. */
behave("input[data-recipients]", HTMLInputElement, (field) => {
  const list = document.getElementById(`${field.id}-suggest`);
  const url = field.getAttribute("data-recipients");
  if (!list || url === null) return;
  combobox({
    field,
    list,
    url,
    begins: "first",
    ask: (typed) => {
      const q = unfinished(typed);
      return q === "" || q.includes(">") ? null : q;
    },
    choose: (option) => {
      field.value = finish(field.value, option.getAttribute("data-value") ?? "");
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
  });
});
