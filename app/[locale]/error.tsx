"use client";
// What a page outside of the workspace, or the frame itself, shows when it fails.
import { ErrorPage } from "@/components/layout/error-page";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="content">
      <ErrorPage error={error} retry={retry} />
    </main>
  );
}
