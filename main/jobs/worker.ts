import { serveTasks } from './serve-tasks.ts';
import { jobTasks } from './tasks.ts';

serveTasks(jobTasks);
