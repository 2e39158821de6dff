/** What has to be undone, in the order in which it was done. */
const undoings = [];

/** Registers what undoes something, before or while it is being done. It runs once, however the command ends. */
export function undoLater(undo) {
  undoings.push(undo);
}

/** Undoes everything, the latest first. One that fails is reported and does not keep the others from running. */
export async function cleanUp() {
  while (undoings.length > 0) {
    try {
      await undoings.pop()();
    } catch (error) {
      console.error(`clean-up: ${error.message}`);
    }
  }
}

/** Ctrl-C leaves nothing behind; a second one does not wait for that. */
export function cleanUpOnSignals() {
  let stopping = false;
  for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
    process.on(signal, () => {
      if (stopping) process.exit(exitCode);
      stopping = true;
      console.error(`\n${signal}: cleaning up …`);
      void cleanUp().then(() => process.exit(exitCode));
    });
  }
}
