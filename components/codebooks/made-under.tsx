// The version of the codebook that a judgement was made under, leading to it.
import { useTranslations } from "next-intl";
import { Num } from "@/components/ui/bidi";
import { Link } from "@/i18n/navigation";
import { codebookHref } from "./addresses";

export function MadeUnder({ version }: { version: number }) {
  const t = useTranslations("codebooks");
  return (
    <Link href={codebookHref(version)} className="hover:text-accent hover:underline">
      {t.rich("madeUnder", { number: () => <Num value={version} /> })}
    </Link>
  );
}
