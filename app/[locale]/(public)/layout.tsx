// Pages that need no account: the way in.
import type { ReactNode } from "react";
import { Messages } from "@/components/layout/messages";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <Messages
      namespaces={[
        "forms",
        "frame",
        "installation",
        "invitations",
        "passkeys",
        "passwordResets",
        "refusals",
        "sessions",
        "twoFactor",
      ]}
    >
      {children}
    </Messages>
  );
}
