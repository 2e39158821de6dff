import { execFile } from 'node:child_process';

/** Runs a script of this project to its end. Returns its exit code and output. */
export function runScript(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, output: stdout + stderr });
    });
  });
}
