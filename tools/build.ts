import { build } from './built-program.ts';

if ((await build(false)) !== undefined) process.exitCode = 1;
