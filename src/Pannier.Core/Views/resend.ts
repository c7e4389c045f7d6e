/** Sends the same once more as a form without script does: the answer is the page that asks to sign in, and keeps what was sent. */
export function sendAsPage(url: string, body: FormData | URLSearchParams): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = url;
  form.hidden = true;
  for (const [name, value] of body) {
    if (typeof value !== "string") continue;
    const field = document.createElement("textarea"); // keeps line ends
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
