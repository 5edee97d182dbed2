// A copy as it was kept: a page in a frame in which nothing can run, a picture, or a word why neither.
import { useTranslations } from "next-intl";
import type { CaptureView as Capture } from "@/server/captures";

export function CaptureView({ capture: { id, number, shows } }: { capture: Capture }) {
  const t = useTranslations("captures.page");
  const named = { number: String(number) };
  if (shows === "page") {
    return (
      <iframe
        src={`/api/v1/captures/${id}/shown`}
        title={t("frame", named)}
        sandbox=""
        referrerPolicy="no-referrer"
        className="h-[70dvh] w-full rounded-md border border-edge bg-white"
      />
    );
  }
  if (shows === "picture") {
    return (
      // biome-ignore lint/performance/noImgElement: kept as it came, for members only
      <img
        src={`/api/v1/captures/${id}/file`}
        alt={t("picture", named)}
        className="max-w-full rounded-md border border-edge"
      />
    );
  }
  return <p className="text-muted">{t("notShown")}</p>;
}
