/**
 * JSON over HTTP with our own server. What can go wrong is a value, with a sentence for a person: the server's own, or
 * that it could not be reached.
 */

export type HttpError = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** What is wrong with single inputs, by their name. */
  readonly problems: Readonly<Record<string, string>>;
};
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: HttpError };

const UNREACHABLE: HttpError = {
  status: 0,
  code: 'unreachable',
  message: 'The server cannot be reached. Nothing was changed; try again when you are online.',
  problems: {},
};

export function getJson<T>(path: string, fetcher: typeof fetch = fetch): Promise<Answer<T>> {
  return ask<T>(path, { method: 'GET' }, fetcher);
}

export function postJson<T>(path: string, body: unknown): Promise<Answer<T>> {
  return send<T>('POST', path, body);
}

export function patchJson<T>(path: string, body: unknown): Promise<Answer<T>> {
  return send<T>('PATCH', path, body);
}

export function deleteJson<T>(path: string): Promise<Answer<T>> {
  return ask<T>(path, { method: 'DELETE' }, fetch);
}

function send<T>(method: string, path: string, body: unknown): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json' };
  return ask<T>(path, { method, headers, body: JSON.stringify(body) }, fetch);
}

async function ask<T>(path: string, init: RequestInit, fetcher: typeof fetch): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetcher(path, init);
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: body as T };
  return { ok: false, error: errorOf(response.status, body) };
}

/** Our own errors are `{ error: { code, message } }`; better-auth's are `{ code, message }`. */
function errorOf(status: number, body: unknown): HttpError {
  const outer = isObject(body) ? body : {};
  const inner = isObject(outer['error']) ? outer['error'] : outer;
  const message = typeof inner['message'] === 'string' ? inner['message'] : fallbackMessage(status);
  const code = typeof inner['code'] === 'string' ? inner['code'].toLowerCase() : 'unknown';
  return { status, code, message, problems: problemsOf(inner['details']) };
}

function problemsOf(details: unknown): Record<string, string> {
  const list =
    isObject(details) && Array.isArray(details['problems']) ? (details['problems'] as unknown[]) : [];
  const named = list
    .filter(isObject)
    .map(({ path, message }) => [String(path).split('.').at(-1) ?? '', String(message)] as const);
  return Object.fromEntries(named);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function fallbackMessage(status: number): string {
  if (status === 429) return 'Too many attempts. Wait a little and try again.';
  return `The server answered ${String(status)}. Nothing was changed.`;
}
