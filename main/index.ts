import { startDesktop } from './desktop/start-desktop.ts';

startDesktop(import.meta.dirname);
