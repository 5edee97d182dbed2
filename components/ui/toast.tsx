"use client";
// Short words about what happened elsewhere on the page, often with a way to undo it.
import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { classNames } from "./class-names";

export interface ToastMessage {
  title: string;
  description?: string;
  /** Such as undo; the toast closes when it is pressed. */
  action?: { label: string; onAction: () => void };
  /** Errors interrupt a screen reader, everything else waits. */
  tone?: "info" | "error";
  /** Milliseconds; 0 stays until it is closed. */
  timeout?: number;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={8000} limit={3}>
      {children}
      <ToastList />
    </Toast.Provider>
  );
}

/** `const toast = useToast(); toast({ title, action: { label, onAction } })` */
export function useToast(): (message: ToastMessage) => void {
  const manager = Toast.useToastManager();
  return ({ title, description, action, tone = "info", timeout }) => {
    const id = manager.add({
      title,
      description,
      timeout,
      type: tone,
      priority: tone === "error" ? "high" : "low",
      actionProps: action && {
        children: action.label,
        onClick: () => {
          action.onAction();
          manager.close(id);
        },
      },
    });
  };
}

function ToastList() {
  const t = useTranslations("common");
  const { toasts } = Toast.useToastManager();
  return (
    <Toast.Portal>
      <Toast.Viewport
        aria-label={t("notifications")}
        className="fixed inset-x-4 bottom-20 z-50 flex flex-col-reverse gap-2 sm:inset-x-auto sm:end-6 sm:bottom-6 sm:w-96 print:hidden"
      >
        {toasts.map((toast) => (
          <Toast.Root
            key={toast.id}
            toast={toast}
            swipeDirection={["down", "left", "right"]}
            className={classNames("popup data-limited:hidden", toast.type === "error" && "border-s-4 border-s-danger")}
          >
            <Toast.Content className="flex items-center gap-3 py-2 ps-4 pe-2">
              <div className="min-w-0 flex-1 py-1">
                <Toast.Title className="font-semibold text-sm" />
                <Toast.Description className="text-muted text-sm" />
              </div>
              {toast.actionProps && <Toast.Action className={buttonClass("secondary", "small")} />}
              <Toast.Close
                aria-label={t("dismiss")}
                className={classNames(buttonClass("quiet", "small"), "size-8 px-0!")}
              >
                <X aria-hidden="true" />
              </Toast.Close>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
