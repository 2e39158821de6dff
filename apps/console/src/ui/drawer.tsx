import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './basics.tsx';

/**
 * A side dialog on the native element, which traps the focus, closes with Escape and makes the rest inert. A library would
 * have to inject inline styles, which our content-security policy forbids.
 */
export function Drawer({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="m-0 ml-auto h-dvh max-h-none w-full max-w-xl overflow-y-auto border-l border-line bg-surface text-ink"
      onClose={onClose}
      onClick={(event) => {
        // Clicks on the backdrop have the dialog as their target; clicks on the content do not.
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="min-h-full">
        <header className="sticky top-0 flex items-center justify-between gap-3 border-b border-line bg-surface px-4 py-2.5">
          <h2 id={titleId} className="font-semibold">
            {title}
          </h2>
          <Button kind="quiet" onClick={() => dialog.current?.close()}>
            Close
          </Button>
        </header>
        <div className="p-4">{children}</div>
      </div>
    </dialog>
  );
}
