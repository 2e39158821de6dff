import { loggableError } from '../../request/logging/loggable-error.js';
import { type Configuration, ConfigurationError, readConfiguration } from '../configuration/configuration.js';
import { explain } from './explain.js';

/** Writes a line for the person at the terminal. Not for structured logs. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a command with the configuration of the environment, and ends the process with the exit code that the command resolves
 * with, or 0. If it fails, explains the error in one line on stderr and exits with 1.
 */
export async function runCommand(
  command: (configuration: Configuration) => Promise<number | undefined>,
): Promise<void> {
  // Node would print the whole error, including the parameters of a failed statement.
  process.once('uncaughtException', (error) => {
    process.stderr.write(`wallet: ${loggableError(error).stack}\n`);
    process.exit(1);
  });
  try {
    process.exit((await command(readConfiguration(process.env))) ?? 0);
  } catch (error) {
    process.stderr.write(`wallet: ${explain(error)}\n`);
    if (!(error instanceof ConfigurationError) && process.env['LOG_LEVEL'] === 'debug') {
      process.stderr.write(`${loggableError(error).stack}\n`);
    }
    process.exit(1);
  }
}
