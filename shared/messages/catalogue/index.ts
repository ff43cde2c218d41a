import { calendarMessages } from './calendar.ts';
import { cliMessages } from './cli.ts';
import { criteriaMessages } from './criteria.ts';
import { documentMessages } from './document.ts';
import { exportMessages } from './export.ts';
import { filesMessages } from './files.ts';
import { hostMessages } from './host.ts';
import { importMessages } from './import.ts';
import { jobMessages } from './jobs.ts';
import { moneyMessages } from './money.ts';
import { planJsonMessages } from './plan-json.ts';
import { planMessages } from './plan.ts';
import { plannerMessages } from './planner.ts';
import { readerMessages } from './reader.ts';
import { checksPanelMessages } from './window-checks.ts';
import { historyWindowMessages } from './window-history.ts';
import { importWindowMessages } from './window-import.ts';
import { sourcesWindowMessages } from './window-sources.ts';
import { gridVersionsMessages } from './grid-versions.ts';
import { versionsWindowMessages } from './window-versions.ts';
import { windowMessages } from './window.ts';

/** Every text that a user sees. A text with values is a function of them and of the reader's formats. */
export const catalogue = {
  ...moneyMessages,
  ...calendarMessages,
  ...planMessages,
  ...planJsonMessages,
  ...criteriaMessages,
  ...importMessages,
  ...readerMessages,
  ...jobMessages,
  ...exportMessages,
  ...documentMessages,
  ...hostMessages,
  ...plannerMessages,
  ...cliMessages,
  ...windowMessages,
  ...filesMessages,
  ...checksPanelMessages,
  ...historyWindowMessages,
  ...importWindowMessages,
  ...sourcesWindowMessages,
  ...versionsWindowMessages,
  ...gridVersionsMessages,
} as const;
