import { startBrowserHost } from './browser/start-browser-host.ts';
import { findProgram } from './host/program.ts';

process.exitCode = await startBrowserHost(findProgram(import.meta.url), process.argv.slice(2));
