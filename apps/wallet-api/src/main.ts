import './process/v8-flags.js';
import { serve } from './process/commands/serve.js';
import { runCommand } from './process/commands/run-command.js';

void runCommand(serve);
