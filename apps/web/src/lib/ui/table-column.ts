/** A column as the table sees it: where it stands and what may be done with it. What a cell shows is the caller's. */
export type TableColumn = {
  readonly id: string;
  readonly label: string;
  /** In pixels; the first column takes what is left over. */
  readonly width: number;
  readonly align?: 'start' | 'end';
  readonly isSortable?: boolean;
};

/** What a table is sorted by. */
export type TableSort = { readonly column: string; readonly direction: 'asc' | 'desc' };

/** Where an edit in a cell goes on to, once it is finished. */
export type EditEnd = 'stay' | 'next' | 'down';
