import { createContext } from 'svelte';
import type { Session } from './session.svelte.ts';

/** The session of the workspace that is open; set by the workspace's layout. */
export const [getSession, setSession] = createContext<Session>();
