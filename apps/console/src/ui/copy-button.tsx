import { useState } from 'react';

/** A text with a button that copies it. Without a clipboard the text can still be selected. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <span className="inline-flex items-center gap-1.5">
      <code className="font-mono text-xs break-all select-all">{text}</code>
      <button
        type="button"
        aria-label={label}
        className="rounded border border-line-strong px-1.5 py-0.5 text-xs text-muted hover:text-ink"
        onClick={() => {
          void copy(text).then((done) => {
            setCopied(done);
            setTimeout(() => {
              setCopied(false);
            }, 1_500);
          });
        }}
      >
        {copied ? 'Copied' : 'Copy'}
      </button>
    </span>
  );
}

/** Browsers deny pages over plain HTTP the clipboard, and may ask for permission. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
