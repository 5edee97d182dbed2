// What each grade of both axes means, behind a word that opens it.
import { useTranslations } from "next-intl";
import { Box } from "@/components/ui/badge";
import { Fold } from "@/components/ui/fold";
import { credibilities, reliabilities } from "@/domain/scales";

/** Needs the messages `evidence` and `scales`. */
export function GradeMeanings() {
  const t = useTranslations("evidence");
  return (
    <Fold label={t("gradeMeanings")}>
      <div className="grid gap-x-8 gap-y-4 pt-2 lg:grid-cols-2">
        <Axis axis="reliability" grades={reliabilities} />
        <Axis axis="credibility" grades={credibilities} />
      </div>
    </Fold>
  );
}

function Axis({ axis, grades }: { axis: "reliability" | "credibility"; grades: readonly string[] }) {
  const t = useTranslations("evidence.fields");
  return (
    <div className="grid content-start gap-2">
      <p className="font-semibold text-sm">{t(axis)}</p>
      <ul className="grid gap-2 text-sm">
        {grades.map((grade) => (
          <li key={grade}>
            <GradeMeaning axis={axis} grade={grade} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One grade with its words and what they mean. */
export function GradeMeaning({ axis, grade }: { axis: "reliability" | "credibility"; grade: string }) {
  const scales = useTranslations("scales");
  return (
    <span className="flex items-start gap-2.5">
      <Box>{grade}</Box>
      <span>
        <span className="block">{scales(`${axis}.${grade}` as never)}</span>
        <span className="block text-muted">{scales(`${axis}Definition.${grade}` as never)}</span>
      </span>
    </span>
  );
}
