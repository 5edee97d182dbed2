"use client";
// Opens the browser's print dialog.
import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button variant="primary" icon={<Printer aria-hidden="true" />} onClick={() => window.print()} data-key="p">
      {label}
    </Button>
  );
}
