/** Raised when a message changes so that an older peer would misread it. */
export const PROTOCOL_VERSION = 1;

/** Raised when a record definition changes so that stored changes need `upcast`. Stored beside every change, outbox and cache. */
export const SCHEMA_VERSION = 1;
