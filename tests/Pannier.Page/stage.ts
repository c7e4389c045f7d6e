// Scripts look at the document when they load: here they find an empty one.
const stage = { addEventListener: () => undefined, querySelectorAll: () => [], cookie: "" };
Object.assign(globalThis, {
  document: stage,
  addEventListener: stage.addEventListener,
  HTMLElement: class {},
  HTMLFormElement: class {},
  HTMLIFrameElement: class {},
  HTMLInputElement: class {},
});
