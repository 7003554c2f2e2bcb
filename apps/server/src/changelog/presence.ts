/**
 * Who is in a workspace, and where. Every change sends the whole list, so nothing has to be put together from
 * parts; many changes within a moment are sent as one, and the moment grows with the room, because the bytes of
 * a list that everybody gets grow with the square of it (SPEC H2).
 */
import type { Person, Whereabouts } from '@stationkeeper/protocol';
import type { Clock } from './clock.ts';

/** The shortest time between two lists. */
const MIN_PAUSE_MS = 100;
/** What each person present adds to it. */
const PAUSE_PER_PERSON_MS = 4;

/** The people in one workspace. */
export class Presence {
  readonly #people = new Map<string, Person>();
  readonly #clock: Clock;
  readonly #tell: (people: readonly Person[]) => void;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, tell: (people: readonly Person[]) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  get people(): readonly Person[] {
    return [...this.#people.values()];
  }

  enter(person: Person): void {
    this.#people.set(person.connectionId, person);
    this.#schedule();
  }

  move(connectionId: string, { recordId, field }: Whereabouts): void {
    const person = this.#people.get(connectionId);
    if (!person || (person.recordId === recordId && person.field === field)) return;
    this.#people.set(connectionId, { ...person, recordId, field });
    this.#schedule();
  }

  leave(connectionId: string): void {
    if (this.#people.delete(connectionId)) this.#schedule();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #schedule(): void {
    const pauseMs = MIN_PAUSE_MS + PAUSE_PER_PERSON_MS * this.#people.size;
    this.#cancel ??= this.#clock.after(pauseMs, () => {
      this.#cancel = null;
      this.#tell(this.people);
    });
  }
}
