import type { Prisma, PrismaClient } from '../db/generated/client.ts';

/** What identity needs of the opened database. */
export interface IdentityDatabase {
  readonly prisma: PrismaClient;
}

/** A transaction, or the database itself where none is needed. */
export type Queries = Prisma.TransactionClient;
