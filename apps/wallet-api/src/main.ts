import { serve } from './commands/serve.js';
import { runCommand } from './commands/run-command.js';

void runCommand(serve);
