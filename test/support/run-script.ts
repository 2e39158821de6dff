import { execFile } from 'node:child_process';

/** Runs a script of this project to its end: its exit code, and all that it has written. */
export function runScript(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, output: stdout + stderr });
    });
  });
}
