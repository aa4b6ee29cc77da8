/**
 * Text that comes into the terminal's field without a key: from an emoji picker, dictation, an automation. xterm leaves it alone
 * while a screen reader is served. What keys and input methods write it takes itself.
 */
export const onInsertedText = (field: HTMLTextAreaElement, take: (text: string) => void): void => {
  let keyed = false;
  let composing = false;
  field.addEventListener(
    "keydown",
    () => {
      keyed = true;
    },
    true,
  );
  field.addEventListener("keyup", () => {
    keyed = false;
  });
  field.addEventListener("blur", () => {
    keyed = false;
  });
  field.addEventListener("compositionstart", () => {
    composing = true;
  });
  field.addEventListener("compositionend", () => {
    // What it leaves in the field is taken after this event.
    setTimeout(() => {
      composing = false;
    }, 50);
  });
  field.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent) || keyed || composing || event.isComposing) return;
    if (!/^insert(?:Text|ReplacementText)$/.test(event.inputType) || !event.data) return;
    take(event.data);
    field.value = "";
  });
};
