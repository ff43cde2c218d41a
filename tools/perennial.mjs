#!/usr/bin/env node
/** The `perennial` command: from source in a checkout, else from the build. */
import './node-version.mjs';
import { existsSync } from 'node:fs';

const source = new URL('../main/cli.ts', import.meta.url);
const built = new URL('../out/main/cli.js', import.meta.url);
await import((existsSync(source) ? source : built).href);
