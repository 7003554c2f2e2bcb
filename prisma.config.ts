import { defineConfig } from 'prisma/config';

// `prisma generate` needs no engine, but looks for one and would download it.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: 'prisma' });
