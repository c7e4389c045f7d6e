document.documentElement.dataset["script"] = "on";
export {};
