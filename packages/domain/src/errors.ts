/**
 * Every refusal that leaves the product, over HTTP or a socket, carries one of these codes. The table
 * says how each is answered, logged and retried; nobody else maps codes.
 */

/** How one code is treated: HTTP status, how loudly it is logged, and whether trying again can help. */
export interface ErrorTreatment {
  readonly status: number;
  readonly log: 'none' | 'info' | 'warn' | 'error';
  /** `later`: the same request may succeed; `changed`: only a changed one; `never`. */
  readonly retry: 'later' | 'changed' | 'never';
}

const TREATMENTS = {
  /** The message is not of the form that the protocol gives it. */
  malformed: { status: 400, log: 'info', retry: 'changed' },
  /** A field's value, or the record as a whole, is not allowed; `details.problems` lists all of them. */
  'invalid-value': { status: 422, log: 'none', retry: 'changed' },
  /** The message or one value is larger than the stated limit. */
  'too-large': { status: 413, log: 'info', retry: 'changed' },
  'not-signed-in': { status: 401, log: 'none', retry: 'changed' },
  /** The person's role does not allow it. */
  forbidden: { status: 403, log: 'info', retry: 'never' },
  /** There is none, or the person may not know of it. */
  'not-found': { status: 404, log: 'none', retry: 'never' },
  /** A record with this id is there already. */
  'record-exists': { status: 409, log: 'info', retry: 'never' },
  /** The record, or one that would be pointed at, is deleted; it can be restored. */
  'record-deleted': { status: 409, log: 'none', retry: 'changed' },
  /** A field holds neither what was seen nor what is wanted. */
  conflict: { status: 409, log: 'none', retry: 'changed' },
  /** A client's counter skipped a number (SPEC P4). */
  'out-of-order': { status: 409, log: 'warn', retry: 'later' },
  /** The client speaks a protocol or schema that this server no longer, or not yet, knows. */
  'version-mismatch': { status: 426, log: 'info', retry: 'never' },
  'rate-limited': { status: 429, log: 'info', retry: 'later' },
  /** The database cannot be reached or refuses to write; nothing was changed. */
  unavailable: { status: 503, log: 'error', retry: 'later' },
  /** A bug of ours; `details.errorId` is in the log with the whole cause. */
  internal: { status: 500, log: 'error', retry: 'later' },
} satisfies Record<string, ErrorTreatment>;

/** The closed list of codes. */
export type ErrorCode = keyof typeof TREATMENTS;

/** How to treat a code. */
export function treatmentOf(code: ErrorCode): ErrorTreatment {
  return TREATMENTS[code];
}

/** True for a text that is one of the codes. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(TREATMENTS, text);
}

/** What is wrong at one place of an input: a path such as `fields.announced`, and what is allowed there. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Typed particulars of a refusal; each code uses the members that its description names. */
export interface ErrorDetails {
  readonly problems?: readonly Problem[];
  readonly recordId?: string;
  readonly retryAfterMs?: number;
  readonly expectedCounter?: number;
  readonly errorId?: string;
  readonly limit?: number;
}

/** A refusal as it travels: code, a sentence for a person, particulars. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: ErrorDetails;
}

/** What the caller cannot handle; the edges turn it into an {@link ErrorBody}. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: { details?: ErrorDetails; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
  }

  /** The form in which it leaves the server. */
  toBody(): ErrorBody {
    return { code: this.code, message: this.message, details: this.details };
  }
}
