/** True where letters are text: fields, and anything inside an open dialog or menu. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, select, textarea, dialog, [role=menu]') !== null)
  );
}
