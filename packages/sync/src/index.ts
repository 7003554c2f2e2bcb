/** The client half of the protocol: what a page needs to live on the log. */
export * from './ports.ts';
export * from './refusal.ts';
export * from './sync-client.ts';
