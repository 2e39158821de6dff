type Undo = () => Promise<unknown>;

/** In the order in which things were done. */
const undos: Undo[] = [];

/** Registers how to undo something, before or while it is done. Runs once, however the command ends. */
export function undoLater(undo: Undo): void {
  undos.push(undo);
}

/** Undoes everything, the latest first. A failure is reported and does not stop the rest. */
export async function cleanUp(): Promise<void> {
  for (let undo = undos.pop(); undo; undo = undos.pop()) {
    try {
      await undo();
    } catch (error) {
      console.error(`clean-up: ${(error as Error).message}`);
    }
  }
}

/** Makes Ctrl-C clean up before it ends the command. A second one does not wait for that. */
export function cleanUpOnSignals(): void {
  let isStopping = false;
  for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
    process.on(signal, () => {
      if (isStopping) process.exit(exitCode);
      isStopping = true;
      console.error(`\n${signal}: cleaning up …`);
      void cleanUp().then(() => process.exit(exitCode));
    });
  }
}
