/** What the entry forms share: one submission at a time, problems at their fields, and a sentence for the rest. */
import type { Answer, HttpError } from '#lib/http/json.ts';

export class EntryForm<T> {
  isBusy = $state(false);
  error = $state.raw<HttpError | null>(null);
  readonly #send: () => Promise<Answer<T>>;
  readonly #done: (value: T) => Promise<void> | void;

  constructor(send: () => Promise<Answer<T>>, done: (value: T) => Promise<void> | void) {
    this.#send = send;
    this.#done = done;
  }

  /** What is wrong with one input, if anything. */
  problem(field: string): string | undefined {
    return this.error?.problems[field];
  }

  /** What is wrong altogether, where it is not said at an input. */
  get message(): string | null {
    if (!this.error || Object.keys(this.error.problems).length > 0) return null;
    return this.error.message;
  }

  readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.isBusy) return;
    this.isBusy = true;
    this.error = null;
    const answer = await this.#send();
    if (answer.ok) await this.#done(answer.value);
    else this.error = answer.error;
    this.isBusy = false;
  };
}
