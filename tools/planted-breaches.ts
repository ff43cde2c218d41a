/** A breach of one rule: what is added to which file, and what the gate must then say on one line. */
export type Breach = {
  /** A file of the project, or a folder: then its first source file. */
  readonly place: string;
  /** Added at the end of the file, or, with `after`, behind a text that stands in it; a missing file is written. */
  readonly text: string;
  readonly after?: string;
  /** What the gate calls the breach. */
  readonly says: string;
};

export type GateProof = { readonly gate: string; readonly breaches: readonly Breach[] };

/** An import for its effect alone: no unused name, no unused export, so that no other gate has a word to say. */
const importing = (place: string, module: string, says: string): Breach => ({
  place,
  text: `import '${module}';\n`,
  says,
});

/** Modules of Node are unknown to the compiler where there is no Node, and it must have nothing to say here. */
const importingNode = (place: string, module: string, says: string): Breach => ({
  place,
  text: `// oxlint-disable-next-line typescript/ban-ts-comment\n// @ts-ignore planted\nimport '${module}';\n`,
  says,
});

/** A harmless file to import from the wrong side. */
const innocent = (place: string): Breach => ({ place, text: "Object.freeze('planted');\n", says: '' });

const format: GateProof = {
  gate: 'format',
  breaches: ['shared/money', 'renderer/store', 'docs/CHANGELOG.md'].map((place) => ({
    place,
    text: '\n\n\n',
    says: '[warn]',
  })),
};

const lint: GateProof = {
  gate: 'lint',
  breaches: [
    { place: 'shared/money', text: 'void (0 as any);\n', says: 'no-explicit-any' },
    { place: 'main/planner', text: 'Promise.resolve();\n', says: 'no-floating-promises' },
    { place: 'main/cli', text: 'void [1][0]!;\n', says: 'no-non-null-assertion' },
    { place: 'renderer/store', text: 'console.log(1);\n', says: 'no-console' },
    { place: 'main/import', text: '// @ts-ignore\nvoid 0;\n', says: 'ban-ts-comment' },
    { place: 'main/cli.ts', text: 'export default 1;\n', says: 'no-default-export' },
    { place: 'main/document', text: "void fetch('x');\n", says: 'no-restricted-globals' },
    { place: 'shared/plan', text: "parseFloat('1');\n", says: 'no-restricted-globals' },
    { place: 'shared/criteria', text: '(1).toFixed(2);\n', says: 'no-restricted-properties' },
    { place: 'shared/calendar', text: "void +'1';\n", says: 'no-implicit-coercion' },
    { place: 'shared/messages', text: '// planted\n'.repeat(300), says: 'max-lines' },
    {
      place: 'tests/tools',
      text: "import { test as planted } from 'vitest';\nplanted.skip('x', () => {});\n",
      says: 'no-disabled-tests',
    },
  ],
};

const types: GateProof = {
  gate: 'types',
  breaches: [
    'shared/money',
    'main/planner',
    'preload/index.ts',
    'renderer/store',
    'tests/tools',
    'tools',
  ].map((place) => ({
    place,
    text: "void ('planted' satisfies number);\n",
    says: 'TS1360',
  })),
};

const layers: GateProof = {
  gate: 'layers',
  breaches: [
    innocent('main/planted.ts'),
    innocent('renderer/planted.ts'),
    innocent('shared/plan/planted.ts'),
    importing('shared/money', '#main/planted.ts', 'shared-below-all'),
    importingNode('shared/money', 'node:path', 'shared-without-node'),
    importing('shared/money', 'get-nonce', 'shared-libraries'),
    importing('shared/money', '#shared/plan/planted.ts', 'shared-money-layer'),
    importing('shared/calendar', '#shared/plan/planted.ts', 'shared-calendar-layer'),
    importing('shared/messages', '#shared/plan/planted.ts', 'shared-messages-layer'),
    innocent('shared/criteria/planted.ts'),
    importing('shared/plan', '#shared/criteria/planted.ts', 'shared-plan-layer'),
    innocent('shared/api/planted.ts'),
    importing('shared/criteria', '#shared/api/planted.ts', 'shared-criteria-layer'),
    importing('shared/review/planted.ts', '#shared/api/planted.ts', 'shared-review-layer'),
    importing('shared/api', '#shared/review/planted.ts', ''),
    importing('main/planner', '#renderer/planted.ts', 'main-not-renderer'),
    importing('renderer/store', '#main/planted.ts', 'renderer-not-main'),
    importingNode('renderer/store', 'node:path', 'renderer-without-node'),
    importing('preload/index.ts', '#shared/plan/planted.ts', 'preload-channels-only'),
    innocent('main/cli/planted.ts'),
    innocent('main/desktop/planted.ts'),
    importing('main/planner', '#main/cli/planted.ts', 'planner-knows-no-host'),
    importing('main/desktop', '#main/cli/planted.ts', 'host-desktop-alone'),
    importing('main/browser', '#main/cli/planted.ts', 'host-browser-alone'),
    importing('main/cli', '#main/desktop/planted.ts', 'host-cli-alone'),
    importing('main/browser', 'electron', 'electron-in-desktop'),
    importing('main/import', 'exceljs', 'exceljs-in-write'),
    importing('shared/criteria', 'decimal.js', 'decimal-in-money'),
    importing('main/planner', 'node:sqlite', 'sqlite-in-document'),
    importing('main/document', 'node:https', 'network-in-browser'),
    importing('main/planner', 'react', 'react-in-renderer'),
    importing('main/planner', 'fast-check', 'no-development-packages'),
    { place: 'shared/plan/planted-too.ts', text: "import './planted.ts';\n", says: '' },
    importing('shared/plan/planted.ts', './planted-too.ts', 'no-cycle'),
  ],
};

const deadCode: GateProof = {
  gate: 'dead-code',
  breaches: [
    { place: 'shared/money', text: 'export const planted = 1;\n', says: 'planted' },
    { place: 'renderer/store', text: 'export type Planted = 1;\n', says: 'Planted' },
    { place: 'shared/plan/planted-file.ts', text: "Object.freeze('planted');\n", says: 'planted-file.ts' },
    {
      place: 'package.json',
      after: '"dependencies": {\n',
      text: '    "picocolors": "*",\n',
      says: 'picocolors',
    },
    { place: 'main/planner', text: "import 'chalk';\n", says: 'chalk' },
  ],
};

/** For each gate of `npm run check`, breaches of its rules. */
export const gateProofs: readonly GateProof[] = [format, lint, types, layers, deadCode];
