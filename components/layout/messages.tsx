// Hands a page's client components the messages they need, and no others.
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { messagesFor, type Namespace } from "@/i18n/messages";

/** What the kit itself speaks; every client component may rely on these. */
const always: readonly Namespace[] = ["common", "errors"];

/** Messages do not add up when nested: name all namespaces that the client components inside use. */
export async function Messages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly Namespace[];
  children: ReactNode;
}) {
  const all = messagesFor(await getLocale());
  const some = Object.fromEntries([...always, ...namespaces].map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={some}>{children}</NextIntlClientProvider>;
}
