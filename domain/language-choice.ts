// Which of several language versions a reader is shown.

/** The one in the reader's language, else in Arabic, the language of the source, else any. */
export function inLanguage<Version extends { language: string }>(
  versions: readonly Version[],
  language: string,
): Version | undefined {
  const find = (wanted: string) => versions.find((version) => version.language === wanted);
  return find(language) ?? find("ar") ?? versions[0];
}
