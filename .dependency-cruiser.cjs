/**
 * The import direction, one way:
 *
 *     domain <- protocol <- sync <- web
 *     domain <- protocol <- server
 *     in the server:  db <- changelog, text <- services <- http, socket
 *     in the web app: ui, charts <- features <- routes; a feature never imports another feature
 *
 * Anything may import further left. Tests import anything; nothing imports tests/.
 */
const TEST = '\\.test\\.ts$|^tests/|/testing/';

/** @param {string} name @param {string} comment @param {string} from @param {string} to */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'at run time; two files whose types know each other are one idea in two files, and are erased',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^\\$(app|env|service-worker)|generated/|^node:' },
    },
    forbid(
      'domain-stands-alone',
      'domain imports nothing of ours',
      '^packages/domain/',
      '^(packages/(?!domain/)|apps/)',
    ),
    forbid(
      'protocol-on-domain',
      'protocol imports domain only',
      '^packages/protocol/',
      '^(packages/sync/|apps/)',
    ),
    forbid('sync-on-protocol', 'sync imports domain and protocol', '^packages/sync/', '^apps/'),
    forbid(
      'domain-is-pure',
      'no I/O in domain and protocol',
      '^packages/(domain|protocol)/',
      '^(node:)?(fs|net|http|https|child_process)',
    ),
    forbid(
      'server-without-browser',
      'the server never imports the client half',
      '^apps/server/',
      '^(packages/sync/|apps/web/src/)',
    ),
    forbid('web-without-server', 'the web app never imports the server', '^apps/web/', '^apps/server/'),
    forbid('nothing-imports-tests', 'tests/ is for tests', '^(packages|apps|prisma)/', '^tests/'),
    forbid(
      'only-db-opens-postgres',
      'pg and Prisma are imported in db/ only',
      '^apps/server/src/(?!db/|cli/db|auth/|identity/)',
      'node_modules/(@prisma/|prisma/)|/generated/',
    ),
    forbid(
      'db-is-lowest',
      'db knows nothing above it but the ports that it fills',
      '^apps/server/src/db/',
      '^apps/server/src/(changelog/(?!log-store|announcements)|(text|services|http|socket|cli)/)',
    ),
    forbid(
      'changelog-below-services',
      'the log knows no service',
      '^apps/server/src/(changelog|text)/',
      '^apps/server/src/(services|http|socket|cli)/',
    ),
    forbid(
      'services-below-http',
      'services know no transport',
      '^apps/server/src/services/',
      '^apps/server/src/(http|socket|cli)/',
    ),
    forbid(
      'ui-knows-no-domain',
      'ui and charts know no record',
      '^apps/web/src/lib/ui/',
      '^(packages/|apps/web/src/(lib/(features|session)|routes)/)',
    ),
    forbid(
      'charts-below-features',
      'charts know no feature',
      '^apps/web/src/lib/charts/',
      '^apps/web/src/(lib/features|routes)/',
    ),
    forbid('features-below-routes', 'features know no route', '^apps/web/src/lib/', '^apps/web/src/routes/'),
    {
      name: 'features-apart',
      comment: 'a feature never imports another feature',
      severity: 'error',
      from: { path: '^apps/web/src/lib/features/([^/]+)/', pathNot: TEST },
      to: { path: '^apps/web/src/lib/features/', pathNot: '^apps/web/src/lib/features/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|generated|\\.svelte-kit)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    extraExtensionsToScan: ['.svelte'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
    },
  },
};
