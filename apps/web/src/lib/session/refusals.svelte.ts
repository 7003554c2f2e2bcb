/** Placeholder until the client of packages/sync names its refusals. */
export class Refusals {}
