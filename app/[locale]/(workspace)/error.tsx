"use client";
// What a page of the workspace shows in place of itself when it fails; the frame stays.
import { ErrorPage } from "@/components/layout/error-page";

export default function WorkspaceError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorPage error={error} retry={retry} />;
}
