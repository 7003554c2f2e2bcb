/** Runs that are worth repeating for ever: stories that each rule was written for, and every failure that was ever found. */
import type { Happening, Scenario, Step } from './scenario.ts';
import { NO_FAULTS } from './virtual-network.ts';

const soon = (happening: Happening): Step => ({ happening, thenMs: 40 });
const later = (happening: Happening): Step => ({ happening, thenMs: 8_000 });
const story = (steps: readonly Step[], browsers = 2): Scenario => ({
  seed: 1,
  browsers,
  faults: NO_FAULTS,
  steps,
});

/** By what they show. */
export const KNOWN: Readonly<Record<string, Scenario>> = {
  '[P3] an edit whose ack died with the server is not done again by the tab that adopts it': story([
    later({ kind: 'create', tab: 0, pick: 0 }),
    soon({ kind: 'crash after commit', downMs: 3_000 }),
    soon({ kind: 'rename', tab: 0, pick: 0 }),
    soon({ kind: 'kill tab', tab: 0 }),
    later({ kind: 'nothing' }),
    later({ kind: 'open tab', browser: 0 }),
  ]),
  '[O3] a conflict is told once, though its push was under way when the line was cut': story([
    later({ kind: 'create', tab: 0, pick: 0 }),
    soon({ kind: 'unplug', tab: 0 }),
    soon({ kind: 'rename', tab: 0, pick: 0 }),
    later({ kind: 'rename', tab: 1, pick: 0 }),
    { happening: { kind: 'plug', tab: 0 }, thenMs: 70 },
    later({ kind: 'cut', tab: 0 }),
  ]),
  '[O2] two tabs of a browser close with edits waiting; the third, open all along, sends both': story(
    [
      later({ kind: 'open tab', browser: 0 }),
      later({ kind: 'open tab', browser: 0 }),
      later({ kind: 'create', tab: 0, pick: 0 }),
      soon({ kind: 'unplug', tab: 0 }),
      soon({ kind: 'unplug', tab: 1 }),
      soon({ kind: 'burst', tab: 0, pick: 0, size: 5 }),
      soon({ kind: 'burst', tab: 1, pick: 0, size: 5 }),
      soon({ kind: 'kill tab', tab: 0 }),
      later({ kind: 'kill tab', tab: 0 }),
      later({ kind: 'look again', tab: 0 }),
    ],
    1,
  ),
  '[R2] many edits of one field, one after the other, on a line that is cut in the middle': story([
    later({ kind: 'create', tab: 0, pick: 0 }),
    { happening: { kind: 'burst', tab: 0, pick: 0, size: 12 }, thenMs: 15 },
    { happening: { kind: 'cut', tab: 0 }, thenMs: 5 },
    later({ kind: 'burst', tab: 1, pick: 0, size: 12 }),
  ]),
  '[D3] a station is deleted while somebody without a network edits its milestones': story([
    later({ kind: 'burst', tab: 0, pick: 0, size: 2 }),
    ...Array.from({ length: 7 }, () => later({ kind: 'create', tab: 0, pick: 0 })),
    soon({ kind: 'unplug', tab: 1 }),
    soon({ kind: 'assess', tab: 1, pick: 0 }),
    soon({ kind: 'create', tab: 1, pick: 0 }),
    later({ kind: 'delete', tab: 0, pick: 3 }),
    later({ kind: 'plug', tab: 1 }),
    later({ kind: 'settle', tab: 1, pick: 2 }),
  ]),
};
