/** What was asked for, on standard output: a script can read it. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What a person at the terminal should know, on standard error. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
