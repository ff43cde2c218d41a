import { userInfo } from 'node:os';

/** The name under which this machine knows the person; a machine may know none, and then the account's number has to do. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.getuid ? `uid ${process.getuid()}` : '';
  }
}
