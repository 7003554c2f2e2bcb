/** The ack of a message, which a client may have left out, or have put something else in its place. */
export function replyOf(reply: unknown): (answer: unknown) => void {
  return typeof reply === 'function' ? (reply as (answer: unknown) => void) : () => undefined;
}
