/**
 * A new column that may not be null needs a value for the rows that are there: the one that the field's definition
 * gives a record in which nothing is said, which is also what old changes are read as. It stands as a default while the
 * column is added and is dropped again, so that the writer of rows stays the only one who fills them.
 */
import { StartupProblem } from '../startup-problem.ts';
import { recordTables } from './record-columns.ts';

const ALTER_TABLE = /^ALTER TABLE "(\w+)"\s[^;]*;/gm;
const NEW_COLUMN = /ADD COLUMN(\s+)"(\w+)" ([^,;]*?) NOT NULL(?=[,;])/g;

/**
 * The same statements with every new column of a record table filled.
 *
 * @throws StartupProblem where a field must be stated and so has no value that rows already there could take.
 */
export function fillNewColumns(sql: string): string {
  return sql.replaceAll(ALTER_TABLE, (statement, table: string) => {
    const added: string[] = [];
    const filled = statement.replaceAll(NEW_COLUMN, (whole, space: string, column: string, type: string) => {
      const value = initialOf(table, column);
      if (value === null) return whole;
      added.push(column);
      return `ADD COLUMN${space}"${column}" ${type} NOT NULL DEFAULT ${value}`;
    });
    const dropped = added.map((column) => `ALTER TABLE "${table}" ALTER COLUMN "${column}" DROP DEFAULT;`);
    return [filled, ...dropped].join('\n');
  });
}

/** The literal for a column's initial value; null for columns of other tables. */
function initialOf(table: string, column: string): string | null {
  const described = recordTables.find((one) => one.table === table);
  const field = described?.fields.find(({ columns }) => columns.some(({ name }) => name === column))?.field;
  if (!field) return null;
  if (field.kind === 'choice') return `'${field.initial}'`;
  if (field.kind === 'flag') return String(field.initial);
  throw new StartupProblem(
    `The new column "${column}" of "${table}" must be stated, and the records that are there state nothing.\n` +
      'Make the field optional: what must be stated can only be asked of a record type that is itself new.',
  );
}
