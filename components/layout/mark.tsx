// The mark of the product: a disc three quarters filled. It never mirrors.

export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className} fill="none">
      <circle cx="12" cy="12" r="10" stroke="currentColor" strokeWidth="2" />
      <path d="M12 5.25A6.75 6.75 0 1 1 5.25 12H12Z" fill="currentColor" />
    </svg>
  );
}
