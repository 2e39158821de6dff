export function Brand() {
  return (
    <span className="flex items-center gap-2 font-semibold tracking-tight">
      <svg viewBox="0 0 32 32" className="size-6" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M8 11h16M8 16h16M8 21h9"
          className="stroke-accent-ink"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
      </svg>
      Wallet
    </span>
  );
}
