import { expect, test } from 'vitest';
import { fillNewColumns } from './fill-new-columns.ts';

test('a new choice or flag takes its initial value in the rows that are there, and keeps no default', () => {
  const drafted = `-- AlterTable
ALTER TABLE "station" ADD COLUMN     "phase" TEXT NOT NULL,
ADD COLUMN     "orbit" TEXT;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "is_resolved" BOOLEAN NOT NULL;`;
  expect(fillNewColumns(drafted)).toBe(`-- AlterTable
ALTER TABLE "station" ADD COLUMN     "phase" TEXT NOT NULL DEFAULT 'not-stated',
ADD COLUMN     "orbit" TEXT;
ALTER TABLE "station" ALTER COLUMN "phase" DROP DEFAULT;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "is_resolved" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "comment" ALTER COLUMN "is_resolved" DROP DEFAULT;`);
});

test('a new field that must be stated is refused: no row could take it', () => {
  const drafted = 'ALTER TABLE "station" ADD COLUMN     "name" TEXT NOT NULL;';
  expect(() => fillNewColumns(drafted)).toThrow('Make the field optional');
});

test('other tables and other statements stay as they are', () => {
  const others =
    'ALTER TABLE "invitation" ADD COLUMN     "note" TEXT NOT NULL;\n\nCREATE INDEX "x" ON "station"("orbit");';
  expect(fillNewColumns(others)).toBe(others);
});
