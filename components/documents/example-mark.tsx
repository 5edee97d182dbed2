// Says of a document, and of all that belongs to it, that it is a worked example.
import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Definition } from "@/components/ui/tooltip";

export function ExampleMark() {
  const t = useTranslations("documents");
  return (
    <Definition definition={t("exampleDefinition")}>
      <Badge tone="warning" icon={<FlaskConical aria-hidden="true" />}>
        {t("example")}
      </Badge>
    </Definition>
  );
}
