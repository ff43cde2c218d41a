/**
 * Who may import whom. Read by dependency-cruiser; each rule is proved by a planted breach in tools/check-gates.ts.
 *
 * `shared` is pure; main, preload and renderer stand on it and never on each other; one planner serves three hosts
 * that do not know of one another; each library that shapes the program lives in one place.
 */
const PROGRAM = '^(shared|main|preload|renderer)/';
/** An npm package, seen through its folder or, where it is not installed or has no code, by its bare name. */
const npm = (/** @type {string} */ names) => `(^|/node_modules/|^node_modules/)(@types/)?(${names})(/|$)`;
/** A module of Node itself, with and without its prefix. */
const node = (/** @type {string} */ names) => `^(node:)?(${names})(/|$)`;

/** @typedef {{ name: string, comment: string, severity: 'error', from: object, to: object }} Rule */

/** @type {(name: string, comment: string, from: object, to: object) => Rule} */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {(folder: string, allowed: string) => Rule} */
const sharedLayer = (folder, allowed) =>
  forbid(
    `shared-${folder}-layer`,
    `shared/${folder} may use ${allowed === '' ? 'no other folder' : allowed.replaceAll('|', ', ')} of shared.`,
    { path: `^shared/${folder}/` },
    { path: '^shared/', pathNot: `^shared/(${[folder, allowed].filter(Boolean).join('|')})/` },
  );

/** @type {(host: string, others: string) => Rule} */
const hostAlone = (host, others) =>
  forbid(
    `host-${host}-alone`,
    `The ${host} host does not know the other hosts.`,
    { path: `^main/${host}(/|\\.ts$)` },
    { path: `^main/(${others})/` },
  );

const layers = [
  forbid(
    'shared-below-all',
    'shared knows nothing above it.',
    { path: '^shared/' },
    { path: '^(main|preload|renderer|tests|tools)/' },
  ),
  forbid(
    'shared-without-node',
    'shared runs anywhere: no Node.',
    { path: '^shared/' },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'shared-libraries',
    'shared uses zod, and decimal.js in shared/money, only.',
    { path: '^shared/' },
    { path: 'node_modules/', pathNot: npm('zod|decimal\\.js') },
  ),
  forbid(
    'main-not-renderer',
    'main and the window meet in shared/api only.',
    { path: '^main/' },
    { path: '^(renderer|preload|tests|tools)/' },
  ),
  forbid(
    'renderer-not-main',
    'main and the window meet in shared/api only.',
    { path: '^renderer/' },
    { path: '^(main|preload|tests|tools)/' },
  ),
  forbid(
    'renderer-without-node',
    'The window has no Node.',
    { path: '^renderer/' },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'preload-channels-only',
    'The preload knows the list of channels, and electron.',
    { path: '^preload/' },
    { pathNot: `^preload/|^shared/api/|${npm('electron')}` },
  ),
  sharedLayer('money', ''),
  sharedLayer('calendar', 'money'),
  sharedLayer('messages', 'money|calendar'),
  sharedLayer('plan', 'money|calendar|messages'),
  sharedLayer('criteria', 'money|calendar|messages|plan'),
  sharedLayer('review', 'money|calendar|messages|plan'),
  forbid(
    'planner-knows-no-host',
    'The planner and what it uses serve every host.',
    { path: '^main/(planner|document|excel|import|jobs)/' },
    { path: '^main/(desktop|browser|cli)/' },
  ),
  hostAlone('desktop', 'browser|cli'),
  hostAlone('browser', 'desktop|cli'),
  hostAlone('cli', 'desktop|browser'),
];

const libraries = [
  forbid(
    'electron-in-desktop',
    'electron is for main/desktop and the preload.',
    { path: PROGRAM, pathNot: '^(main/desktop|preload)/' },
    { path: npm('electron') },
  ),
  forbid(
    'exceljs-in-write',
    'exceljs is for main/excel/write.',
    { path: PROGRAM, pathNot: '^main/excel/write/' },
    { path: npm('exceljs') },
  ),
  forbid(
    'decimal-in-money',
    'decimal.js is for shared/money.',
    { path: PROGRAM, pathNot: '^shared/money/' },
    { path: npm('decimal\\.js') },
  ),
  forbid(
    'sqlite-in-document',
    'node:sqlite is for main/document.',
    { path: PROGRAM, pathNot: '^main/document/' },
    { path: node('sqlite') },
  ),
  forbid(
    'network-in-browser',
    'Network modules are for main/browser: the program works offline.',
    { path: PROGRAM, pathNot: '^main/browser(/|\\.ts$)' },
    { path: `${node('net|http|https|http2|dgram|tls|dns')}|${npm('undici|ws')}` },
  ),
  forbid(
    'react-in-renderer',
    'The libraries of the window stay in the window.',
    { path: '^(main|preload)/' },
    { path: npm('react|react-dom|@mantine|ag-grid-community|ag-grid-react|zustand') },
  ),
  forbid(
    'no-development-packages',
    'The program runs without the development packages.',
    { path: PROGRAM },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: npm('electron') },
  ),
];

export default {
  forbidden: [
    ...layers,
    ...libraries,
    forbid('no-cycle', 'A cycle has no order to read it in.', { path: '' }, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
