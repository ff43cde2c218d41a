import { servePlanner } from './serve-planner.ts';

servePlanner(process.parentPort, process.argv.at(-1) ?? '');
