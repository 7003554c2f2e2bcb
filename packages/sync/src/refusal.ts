/**
 * A *refusal* is an edit that the server did not accept, with its verdict. It is kept, also across restarts
 * of the browser, until the person settles it; meanwhile the views show the present value.
 */
import type { Mutation, Verdict } from '@stationkeeper/protocol';

/** A verdict that is not `accepted`. */
export type RefusedVerdict = Exclude<Verdict, { readonly status: 'accepted' }>;

/** An edit that was not accepted, and why. */
export interface Refusal {
  readonly mutation: Mutation;
  readonly verdict: RefusedVerdict;
  /** When the verdict reached this browser, in milliseconds since 1970 by its clock. */
  readonly at: number;
}

/**
 * What a person decides about a refusal.
 *
 *   retry    set my values after all, over what stands now (each field is compared with the present value)
 *   discard  let it go
 *   restore  bring the deleted records back, then do my edit
 */
export type Settlement = 'retry' | 'discard' | 'restore';
