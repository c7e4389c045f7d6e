// Scripts look at the document when they load: here they find an empty one.
const stage = { addEventListener: () => undefined, querySelectorAll: () => [], querySelector: () => null, getElementById: () => null, cookie: "" };
Object.assign(globalThis, {
  document: stage,
  addEventListener: stage.addEventListener,
  window: {},
  BroadcastChannel: undefined, // an open one keeps the process from ending
  HTMLElement: class {},
  HTMLFormElement: class {},
  HTMLIFrameElement: class {},
  HTMLInputElement: class {},
  HTMLAnchorElement: class {},
});
