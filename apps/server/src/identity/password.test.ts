import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

describe('password hashes', () => {
  it('accept their own password and no other', async () => {
    const stored = await hashPassword('correct horse battery');
    expect(await verifyPassword('correct horse battery', stored)).toBe(true);
    expect(await verifyPassword('correct horse batterY', stored)).toBe(false);
    expect(await verifyPassword('', stored)).toBe(false);
  });

  it('are argon2id with a salt of their own', async () => {
    const [one, two] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('take the same letters in either Unicode form for the same password', async () => {
    const stored = await hashPassword('Zu\u0308rich am See');
    expect(await verifyPassword('Z\u00fcrich am See', stored)).toBe(true);
  });

  it('keep working when they were made at another cost', async () => {
    const older = '$argon2id$v=19$m=64,t=3,p=1$c29tZXNhbHQxMjM$';
    expect(await verifyPassword('x', `${older}AAAAAAAAAAAAAAAAAAAAAA`)).toBe(false);
  });

  it.each(['', 'plain', '$2b$10$abc', '$argon2id$v=19$m=1'])('refuse what is no hash: %j', async (text) => {
    expect(await verifyPassword('x', text)).toBe(false);
  });
});
