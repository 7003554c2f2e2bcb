/** `npm run generate:schema`: writes prisma/records.prisma from the record definitions. */
import { writeRecordsSchema } from '../apps/server/src/db/records-schema-file.ts';

if (await writeRecordsSchema()) console.log('prisma/records.prisma was brought up to date.');
