import { randomBytes } from 'node:crypto';
import type { IdentityDatabase } from './database.ts';

/** The secret of that name, made by whichever server asks first. Kept in the database, so that all share it. */
export async function sharedSecret({ prisma }: IdentityDatabase, name: string): Promise<string> {
  await prisma.serverSecret.createMany({
    data: [{ name, value: randomBytes(32).toString('base64url') }],
    skipDuplicates: true,
  });
  const { value } = await prisma.serverSecret.findUniqueOrThrow({ where: { name } });
  return value;
}
