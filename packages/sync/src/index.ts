/** The client half of the protocol: what a page needs to live on the log. */
export * from './ports.ts';
export * from './refusal.ts';
export * from './sync-client.ts';
export { createClient } from './client.ts';
export { openBrowserStorage, type StorageOwner } from './storage-indexeddb.ts';
export { memoryStorage } from './storage-memory.ts';
export { socketIoTransport } from './transport-socketio.ts';
export { uuidV7, browserRandom } from './browser-ports.ts';
