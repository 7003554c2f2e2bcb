import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { signOut } from './sign-out.ts';

const confirm = vi.fn<(text: string) => boolean>();
const fetched = vi.fn<typeof fetch>();
const assign = vi.fn();
const toasts = { show: vi.fn() };

function sessionWith(unsaved: number) {
  return { countUnsaved: () => Promise.resolve(unsaved), forget: vi.fn(async () => {}), isLeaving: false };
}

beforeEach(() => {
  fetched.mockResolvedValue(Response.json({}));
  vi.stubGlobal('confirm', confirm);
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('location', { assign });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

it('asks first when any tab holds what is not saved, and then keeps everything as it is', async () => {
  confirm.mockReturnValue(false);
  const session = sessionWith(3);
  await signOut(session, toasts);
  expect(confirm.mock.lastCall?.[0]).toContain('3 of your changes');
  expect(fetched).not.toHaveBeenCalled();
  expect(session.forget).not.toHaveBeenCalled();
});

it('forgets what waits only after the person agreed and the server has signed them out', async () => {
  confirm.mockReturnValue(true);
  const session = sessionWith(1);
  fetched.mockResolvedValueOnce(new Response('{}', { status: 503 }));
  await signOut(session, toasts);
  expect(session.forget).not.toHaveBeenCalled();
  expect(session.isLeaving).toBe(false);
  await signOut(session, toasts);
  expect(session.forget).toHaveBeenCalledOnce();
  expect(assign).toHaveBeenCalledWith('/sign-in');
});

it('asks nothing when nothing would be lost', async () => {
  await signOut(sessionWith(0), toasts);
  expect(confirm).not.toHaveBeenCalled();
  expect(assign).toHaveBeenCalledOnce();
});
