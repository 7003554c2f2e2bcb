/** One thing to choose: its value, what a reader sees, and a second line where names repeat. */
export type Option = { readonly value: string; readonly label: string; readonly detail?: string };
