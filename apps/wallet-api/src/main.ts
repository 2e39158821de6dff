import './process/v8-flags.js';
import { serve } from './commands/serve.js';
import { runCommand } from './commands/run-command.js';

void runCommand(serve);
