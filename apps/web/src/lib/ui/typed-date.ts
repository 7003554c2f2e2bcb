/** How typed text was understood as a date: what would be stored and how it reads, or why it is none. */
export type TypedDate =
  | { readonly isRead: true; readonly value: string; readonly shown: string }
  | { readonly isRead: false; readonly problem: string };
