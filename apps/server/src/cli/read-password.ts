/**
 * A password never stands on a command line, where other users of the machine and the shell's history see
 * it. It is typed unseen, read from standard input, or made up and printed once.
 */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { AppError } from '@stationkeeper/domain/errors';
import * as v from 'valibot';
import { newPassword } from '../identity/account-input.ts';
import { makePassword } from '../identity/secret-text.ts';

/** Where a password comes from; neither means that one is made up. */
export interface PasswordOptions {
  readonly passwordStdin?: true;
  readonly passwordPrompt?: true;
}

/** A password and whether nobody knows it yet, so that it has to be printed. */
export interface GivenPassword {
  readonly password: string;
  readonly isMadeUp: boolean;
}

/** @throws AppError `invalid-value` for one that is too short or too long, or typed differently twice. */
export async function readPassword(options: PasswordOptions): Promise<GivenPassword> {
  if (options.passwordStdin) return { password: checked(await firstLine()), isMadeUp: false };
  if (options.passwordPrompt) return { password: await askTwice(), isMadeUp: false };
  return { password: makePassword(), isMadeUp: true };
}

function checked(password: string): string {
  const result = v.safeParse(newPassword, password);
  if (result.success) return result.output;
  throw new AppError('invalid-value', `The password was refused: ${result.issues[0].message}`);
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return '';
}

async function askTwice(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new AppError('invalid-value', 'There is no terminal to ask at. Use --password-stdin.');
  }
  const password = checked(await ask('New password: '));
  if ((await ask('The same again: ')) === password) return password;
  throw new AppError('invalid-value', 'The two passwords differ. Nothing was changed.');
}

/** Asks at the terminal without showing what is typed. */
function ask(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(question);
  return new Promise((resolve) => {
    terminal.question('', (typed) => {
      terminal.close();
      process.stderr.write('\n');
      resolve(typed);
    });
  });
}
