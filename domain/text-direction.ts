// Which way a text runs, known from its language alone.

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** The direction of a text in the language of a BCP 47 tag. */
export function directionOfLanguage(tag: string): "rtl" | "ltr" {
  const [language = ""] = tag.toLowerCase().split("-");
  return rightToLeft.has(language) ? "rtl" : "ltr";
}

const strong = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]|\p{L}/u;
const strongRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The direction that the first letter gives to a text that somebody wrote, or `otherwise` when it has none. */
export function directionOfText(text: string, otherwise: "rtl" | "ltr"): "rtl" | "ltr" {
  const letter = strong.exec(text)?.[0];
  if (letter === undefined) return otherwise;
  return strongRightToLeft.test(letter) ? "rtl" : "ltr";
}
