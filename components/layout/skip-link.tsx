// The first stop of the keyboard: past the frame, into the page.
import { useTranslations } from "next-intl";

export function SkipLink() {
  const t = useTranslations("frame");
  return (
    <a
      href="#content"
      className="fixed start-4 top-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 font-semibold text-on-accent focus-visible:translate-y-0 print:hidden"
    >
      {t("skip")}
    </a>
  );
}
