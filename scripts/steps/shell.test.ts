/** Programs run in our place end with us, however we end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const SHELL = new URL('shell.mjs', import.meta.url).href;

/** Stands for the server: says its number, ends with 7 on SIGTERM, and with a word when its channel closes. */
const SERVER = `
  process.on('SIGTERM', () => process.exit(7));
  process.on('disconnect', () => { process.stdout.write('alone\\n'); process.exit(0); });
  setInterval(() => undefined, 1_000);
  process.stdout.write('ready\\n');`;

const LAUNCHER = `
  import { inOurPlace, main } from ${JSON.stringify(SHELL)};
  await main(() => inOurPlace(process.execPath, ['--eval', ${JSON.stringify(SERVER)}]));`;

async function launch(words: string[] = []): Promise<ChildProcess> {
  const [program, ...rest] = [...words, process.execPath, '--input-type=module', '--eval', LAUNCHER];
  const launcher = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  await until(launcher, 'ready');
  return launcher;
}

async function until(launcher: ChildProcess, wanted: string): Promise<void> {
  if (!launcher.stdout) throw new Error('the output is not piped');
  for await (const chunk of launcher.stdout.iterator({ destroyOnReturn: false })) {
    if (String(chunk).includes(wanted)) return;
  }
  throw new Error(`it ended without saying ${wanted}`);
}

test('a signal goes on to the program, and its exit code comes back', async () => {
  const launcher = await launch();
  launcher.kill('SIGTERM');
  expect(await once(launcher, 'exit')).toEqual([7, null]);
});

test('the program notices when we are killed outright', async () => {
  const launcher = await launch();
  launcher.kill('SIGKILL');
  await until(launcher, 'alone');
});

test('the program is told to end when the shell that started us is killed outright', async () => {
  const shell = await launch(['sh', '-c', '"$@" & wait', 'sh']);
  const closed = once(shell, 'close'); // when nobody holds its output any more
  shell.kill('SIGKILL');
  await closed;
});
