/** Menus are `details`, the drawer is a popover: both work without script. This shuts them when one is done with them. */
function shut(except: Element | null): void {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.removeAttribute("open");
}

document.addEventListener("click", (event) => {
  const clicked = event.target instanceof Element ? event.target : null;
  const acts = clicked?.closest(".menu-list") && !clicked.closest("label"); // ticking a box is not yet doing it
  shut(acts ? null : clicked?.closest("details.menu") ?? null);
});

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" ? document.querySelector("details.menu[open]") : null;
  if (!open) return;
  open.removeAttribute("open");
  open.querySelector("summary")?.focus();
  event.preventDefault();
});

document.addEventListener("swapped", () => {
  for (const drawer of document.querySelectorAll<HTMLElement>("[popover]:popover-open")) drawer.hidePopover();
});
