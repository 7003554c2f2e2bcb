/**
 * A list re-sorts only when it is not being used. While it is, rows keep their places: those that left are taken out,
 * those that came stand at the end, and the order that is due is taken when the pointer and the focus have gone.
 */
export function heldOrder(shown: readonly string[], due: readonly string[]): readonly string[] {
  const wanted = new Set(due);
  const kept = shown.filter((id) => wanted.has(id));
  if (kept.length === due.length && kept.length === shown.length) return shown;
  const present = new Set(kept);
  return [...kept, ...due.filter((id) => !present.has(id))];
}
