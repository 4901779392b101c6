/** The one-way house: apps → application → platform → domain/shared; application → matching → domain. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const node = { dependencyTypes: ['core'] };

module.exports = {
  forbidden: [
    rule('no-circles', 'Two files that need each other are one thing or three.', {}, { circular: true }),
    rule(
      'domain-is-pure',
      'The domain imports the domain only.',
      { path: '^libs/domain/src', pathNot: '\\.spec\\.ts$' },
      { pathNot: '^libs/domain/src' },
    ),
    rule(
      'matching-is-pure',
      'Matching imports matching and domain only.',
      { path: '^libs/matching/src', pathNot: '\\.spec\\.ts$' },
      { pathNot: '^libs/(matching|domain)/src' },
    ),
    rule(
      'platform-knows-no-concept',
      'Platform imports packages and domain/shared only.',
      { path: '^libs/platform/src', pathNot: '\\.spec\\.ts$' },
      { path: '^(apps|libs/application|libs/matching|libs/domain/src/(?!shared/))' },
    ),
    rule('libs-know-no-app', 'A library never imports an app.', { path: '^libs/' }, { path: '^apps/' }),
    rule(
      'api-knows-no-worker',
      'The two processes share libs/application only.',
      { path: '^apps/api/' },
      { path: '^apps/worker/' },
    ),
    rule(
      'worker-knows-no-api',
      'The two processes share libs/application only.',
      { path: '^apps/worker/' },
      { path: '^apps/api/' },
    ),
    rule(
      'controllers-translate-only',
      'A controller imports neither a repository, a row nor TypeORM.',
      { path: '\\.controller\\.ts$' },
      { path: '(\\.repository\\.ts|\\.row\\.ts)$|node_modules/(@nestjs/)?typeorm' },
    ),
    rule(
      'concepts-meet-at-the-service',
      'One concept reaches another through its service, module or projection.',
      { path: '^libs/application/src/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      { path: '^libs/application/src/[^/]+/.+\\.repository\\.ts$', pathNot: '^libs/application/src/$1/' },
    ),
    rule(
      'portal-knows-the-api-document-only',
      'The portal imports packages, itself, and the types generated from openapi.json.',
      { path: '^apps/web/' },
      { path: '^(apps/(api|worker|cli)|libs|migrations|test|scripts)/' },
    ),
    rule(
      'only-the-portal-knows-the-portal',
      'The API serves it as files.',
      { path: '^(apps/(api|worker|cli)|libs|migrations)/' },
      { path: '^apps/web/' },
    ),
    rule(
      'no-test-in-source',
      'Source does not import tests.',
      { path: '^(apps|libs|migrations)/', pathNot: '\\.spec\\.ts$' },
      { path: '^test/|\\.spec\\.ts$' },
    ),
    rule(
      'no-orphans',
      'A file that nobody imports is a leftover.',
      { orphan: true, path: '^(apps|libs)/', pathNot: '(main|\\.spec|\\.d|vite\\.config)\\.tsx?$' },
      {},
    ),
    rule(
      'only-declared-packages',
      'A package is declared before it is used.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'domain-no-node',
      'No node: module in the pure rooms.',
      { path: '^libs/(domain|matching)/src', pathNot: '\\.spec\\.ts$' },
      node,
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
