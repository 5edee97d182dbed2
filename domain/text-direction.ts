// Which way a text runs, known from its language alone.

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** The direction of a text in the language of a BCP 47 tag. */
export function directionOfLanguage(tag: string): "rtl" | "ltr" {
  const [language = ""] = tag.toLowerCase().split("-");
  return rightToLeft.has(language) ? "rtl" : "ltr";
}
