/**
 * The one cell of a table that holds the focus, and whether it is being edited. Arrow keys and j/k move it, Enter opens
 * the row, E and F2 edit the cell; the same for every table.
 */
import type { EditEnd } from './table-column.ts';

type Bounds = { readonly rowCount: () => number; readonly columnCount: () => number };
type Actions = {
  readonly open: (row: number) => void;
  readonly canEdit: (row: number, column: number) => boolean;
  /** Called after every move, to bring the cell into view. */
  readonly moved: (row: number, column: number) => void;
  readonly pageRows: () => number;
};

export class TableFocus {
  row = $state(0);
  column = $state(0);
  isEditing = $state(false);
  readonly #bounds: Bounds;
  readonly #actions: Actions;

  constructor(bounds: Bounds, actions: Actions) {
    this.#bounds = bounds;
    this.#actions = actions;
  }

  moveTo(row: number, column: number): void {
    this.row = Math.max(0, Math.min(row, this.#bounds.rowCount() - 1));
    this.column = Math.max(0, Math.min(column, this.#bounds.columnCount() - 1));
    this.isEditing = false;
    this.#actions.moved(this.row, this.column);
  }

  edit(): void {
    if (this.#actions.canEdit(this.row, this.column)) this.isEditing = true;
  }

  endEdit(end: EditEnd): void {
    if (end === 'next') this.moveTo(this.row, this.column + 1);
    else if (end === 'down') this.moveTo(this.row + 1, this.column);
    else this.moveTo(this.row, this.column);
  }

  /** Handles a key in the table; true when it meant something. */
  key(event: KeyboardEvent): boolean {
    if (this.isEditing || event.altKey || event.metaKey) return false;
    const act = this.#keys(event.ctrlKey)[event.key];
    if (!act) return false;
    act();
    return true;
  }

  #keys(isWithControl: boolean): Readonly<Record<string, () => void>> {
    const to = (row: number, column: number) => () => {
      this.moveTo(row, column);
    };
    const page = this.#actions.pageRows();
    const last = this.#bounds.rowCount() - 1;
    const end = this.#bounds.columnCount() - 1;
    if (isWithControl) return { Home: to(0, 0), End: to(last, end) };
    const edit = () => {
      this.edit();
    };
    return {
      ArrowDown: to(this.row + 1, this.column),
      j: to(this.row + 1, this.column),
      ArrowUp: to(this.row - 1, this.column),
      k: to(this.row - 1, this.column),
      ArrowRight: to(this.row, this.column + 1),
      ArrowLeft: to(this.row, this.column - 1),
      Home: to(this.row, 0),
      End: to(this.row, end),
      PageDown: to(this.row + page, this.column),
      PageUp: to(this.row - page, this.column),
      Enter: () => {
        this.#actions.open(this.row);
      },
      e: edit,
      F2: edit,
    };
  }
}
