"use client";
// The button that signs somebody in by a passkey.
import { useLocale, useTranslations } from "next-intl";
import { askForPasskey, signInWithPasskey } from "@/actions/sign-in";
import { ActionForm } from "../forms/action-form";
import { passkeyAnswer } from "./passkey-answer";

/** `next` is where the person wanted to go. */
export function PasskeySignIn({ next }: { next?: string }) {
  const t = useTranslations("passkeys");
  const locale = useLocale();
  return (
    <ActionForm
      action={signIn}
      submitLabel={t("signIn")}
      submitVariant="secondary"
      carried={{ locale, ...(next && { next }) }}
    >
      {null}
    </ActionForm>
  );
}

async function signIn(form: FormData) {
  const asked = await askForPasskey(new FormData());
  if (asked.status !== "done") return asked;
  const answered = await passkeyAnswer((browser) => browser.startAuthentication({ optionsJSON: asked.value }));
  if (!("answer" in answered)) return answered;
  form.set("answer", answered.answer);
  return signInWithPasskey(form);
}
