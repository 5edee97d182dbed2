// On a document's page: how many marks lost their place, with the way to them; nothing where there are none.
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";

export interface OrphanLinkProps {
  slug: string;
  open: number;
  archived: number;
}

export function OrphanLink({ slug, open, archived }: OrphanLinkProps) {
  const t = useTranslations("orphans");
  if (open + archived === 0) return null;
  const link = (
    <Link href={`/documents/${slug}/orphans`} className="link py-0.5">
      {open > 0 ? t("seeThem") : t("seeArchived", { count: archived })}
    </Link>
  );
  return (
    <div className="print:hidden">
      {open > 0 ? (
        <Notice tone="warning" title={t("count", { count: open })}>
          {link}
        </Notice>
      ) : (
        <p className="text-sm">{link}</p>
      )}
    </div>
  );
}
