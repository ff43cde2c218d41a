import { serveTasks } from '#main/jobs/serve-tasks.ts';
import { testTasks } from './test-tasks.ts';

serveTasks(testTasks);
