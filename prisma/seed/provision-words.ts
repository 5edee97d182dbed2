// What the proposed provisions have in common: who undertakes, to whom it is said, and why something cannot be verified.
import type { Localized } from "@/domain/document";
import type { SeedProvisionsInput } from "@/domain/provision";

type Proposed = SeedProvisionsInput["commitments"][number]["provisions"][number];

export const words = (ar: string, en: string, fr: string): Localized => ({ ar, en, fr });

const ministers = words(
  "وزراء خارجية المجموعة المصغرة",
  "Foreign ministers of the Small Group",
  "Ministres des affaires étrangères du groupe restreint",
);
export const coalition = words("التحالف الدولي", "The Global Coalition", "La Coalition mondiale");
export const actors = words(
  "كافة الجهات الفاعلة في شمال شرق سوريا",
  "All actors in north-east Syria",
  "Tous les acteurs présents dans le nord-est de la Syrie",
);
export const iraq = words("حكومة العراق", "The Government of Iraq", "Le Gouvernement irakien");

/** In three languages at once: the reason is one text, whoever reads it. */
export const reasons = {
  statement: [
    "تقرير لواقع أو لأهمية أمر، لا تعهد فيه يمكن التحقق من تنفيذه.",
    "A statement of fact or of importance: it undertakes nothing that could be verified.",
    "Constat ou rappel d’importance : rien n’y est promis qui puisse être vérifié.",
  ].join("\n"),
  praise: [
    "ثناء على ما قام به غيرهم، لا تعهد فيه يمكن التحقق من تنفيذه.",
    "Praise for what others do: it undertakes nothing that could be verified.",
    "Hommage à l’action d’autrui : rien n’y est promis qui puisse être vérifié.",
  ].join("\n"),
};

/** The ministers speak, to nobody in particular, of what can be verified: what is not so says so. */
export function provision(given: Pick<Proposed, "title" | "speechAct" | "quotes"> & Partial<Proposed>): Proposed {
  return { bearer: ministers, addressee: null, verifiability: "VERIFIABLE", due: null, ...given };
}

export const urgingInTheNorthEast = "نحث كافة الجهات الفاعلة العاملة في شمال شرق سوريا على";
export const andUrgingInTheNorthEast = `و${urgingInTheNorthEast}`;
