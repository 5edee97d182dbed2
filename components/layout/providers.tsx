"use client";
// What the client components of every page stand in: direction, nonce, tooltips and toasts.
import { CSPProvider } from "@base-ui/react/csp-provider";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { ToastProvider } from "@/components/ui/toast";
import type { Direction } from "@/i18n/locales";

export interface ProvidersProps {
  direction: Direction;
  nonce: string | undefined;
  children: ReactNode;
}

export function Providers({ direction, nonce, children }: ProvidersProps) {
  return (
    <CSPProvider nonce={nonce}>
      <DirectionProvider direction={direction}>
        <Tooltip.Provider>
          <ToastProvider>{children}</ToastProvider>
        </Tooltip.Provider>
      </DirectionProvider>
    </CSPProvider>
  );
}
