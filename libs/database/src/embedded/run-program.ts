import { spawn } from 'node:child_process';

/** The OS user that runs PostgreSQL instead of root. */
export interface OsUser {
  name: string;
  uid: number;
  gid: number;
}

export interface ProgramResult {
  exitCode: number | null;
  output: string;
}

// How long to wait for remaining output once a program has exited. On Windows, the server that pg_ctl leaves behind keeps the
// pipes open, so waiting for them to close would wait for the server.
const lastOutputMs = 500;

const windowsEssentials = ['SystemRoot', 'SystemDrive', 'windir', 'ComSpec', 'PATH', 'TEMP', 'TMP'];

/**
 * A clean environment: the operator's PGDATA, PGPORT or LC_MESSAGES must neither redirect the cluster nor translate the log lines
 * that we match.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  if (process.platform !== 'win32') return { ...environment, PATH: '/usr/local/bin:/usr/bin:/bin' };
  for (const name of windowsEssentials) environment[name] = process.env[name];
  return environment;
}

/**
 * Runs a program and resolves to its exit code and output. Rejects with the system error (`ENOENT`, `EACCES`, `EPERM`, …) if it
 * cannot be started.
 */
export function runProgram(
  program: string,
  args: string[],
  options: { workingDir: string; user: OsUser | undefined },
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.workingDir,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(options.user && { uid: options.user.uid, gid: options.user.gid }),
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('exit', (exitCode) => {
      const finish = () => {
        clearTimeout(timer);
        child.stdout.destroy();
        child.stderr.destroy();
        resolve({ exitCode, output: output.trim() });
      };
      const timer = setTimeout(finish, lastOutputMs);
      child.once('close', finish);
    });
  });
}
