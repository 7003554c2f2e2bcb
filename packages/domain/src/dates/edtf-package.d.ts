/* The part of the npm package `edtf` that the tests use as their oracle; it comes without types. */
declare module 'edtf' {
  /** Milliseconds since 1970 of the first and last instant; ±Infinity or null where it is open. */
  export interface OracleDate {
    readonly min: number | null;
    readonly max: number | null;
  }
  export default function edtf(text: string): OracleDate;
}
